/**
 * Review: what people say about a story, and what they would have otherwise.
 *
 * A suggestion is computed, not recorded. While something is suggested the story holds, beside itself (with every suggestion made),
 * the version under review (`Story.underReview`); the suggestions are what the two differ in (edits.ts, on the merge's own
 * matching), so typing in suggest mode is plain typing. To accept is to make that edit in the version under review, to reject is to
 * take it out of the story (apply.ts, resolve.ts): accepting all gives the story exactly, rejecting all the version under review. Merging
 * copies merges both (src/merge/under-review.ts). Who made a suggestion is kept by what it says (`makers`).
 *
 * Comments are marks on runs, or point at a photo, a field or the story (comments.ts). What leaves the house is
 * `storyAs(story, 'original')`, asked for in one place of src/export.
 */
export { commentsOf, openComments, type Comment } from './comments.ts';
export { linesCompared } from './edits.ts';
export { followed, suggested } from './follow.ts';
export { placesOf, type InsertedPlace } from './places.ts';
export { clashesOffered, offered } from './offer.ts';
export { inShort, recordFile, recordOf, sayDeed, suggestedDeeds } from './record.ts';
export { recordWords } from './record-words.ts';
export { openSuggestions, resolve } from './resolve.ts';
export { APPROVAL_CONDITIONS, CONDITIONS, stateAfterEdit, usualRules, waysFrom } from './states.ts';
export { storyAs } from './story-as.ts';
export type { Suggestion } from './suggestion.ts';
