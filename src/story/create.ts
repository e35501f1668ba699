import { newBlockId, newStoryId } from '../base/ids.ts';
import { now } from '../base/dates.ts';
import { STORY_SCHEMA, type Block, type BlockOf, type Photo, type Story } from './schema.ts';

/** An empty paragraph, the block a body begins with. */
export function createParagraph(text: BlockOf<'paragraph'>['text'] = []): BlockOf<'paragraph'> {
  return { type: 'paragraph', id: newBlockId(), text };
}

/** A photo with its fields; whatever is not given is empty. */
export function createPhoto(fields: Partial<Photo>): Photo {
  return { id: newBlockId(), media: null, alt: '', caption: [], credit: '', source: '', rights: '', ...fields };
}

/** A new story: every field empty but those given, the body one empty paragraph. */
export function createStory(fields: Partial<Story> & { language: string }): Story {
  const at = now();
  const body: Block[] = fields.body ?? [createParagraph()];
  return {
    schema: STORY_SCHEMA,
    id: newStoryId(),
    slug: '',
    kicker: '',
    headline: '',
    standfirst: '',
    dateline: { text: '', place: '', source: '', date: null },
    byline: { text: '', people: [] },
    sourceCredit: '',
    section: '',
    keywords: [],
    urgency: null,
    embargo: null,
    schedule: null,
    editorNote: '',
    review: { state: 'draft' },
    createdAt: at,
    updatedAt: at,
    media: {},
    ...fields,
    body,
  };
}
