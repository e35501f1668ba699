import { TITLES } from '../../story/byline-words.ts';
import type { Block } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import { takeByRule, takeCombined, takeDated } from './by-line.ts';
import { takeChat } from './chat.ts';
import { draftOf, isFree, isTaken, part, take, type Draft } from './draft.ts';
import { takeCaptions, takePairs } from './figures.ts';
import { takeHeadline } from './headline.ts';
import { languageOfText } from './language.ts';
import { findMark } from './mark.ts';
import { bylinehood } from './names.ts';
import { SURE, type Arrangement, type Placed } from './parts.ts';

export { arrange } from './arrange.ts';
export { PARTS, type Arrangement, type Part, type Placed } from './parts.ts';

export interface RecogniseOptions {
  /** The language to assume where the text does not tell, BCP 47. */
  language: string;
  /** The title that the document gives itself. */
  title?: string;
  /** The document states its headline and the fields round it: only the text's own parts are looked for. */
  isHeaded?: boolean;
}

/** How many lines from the top a label such as `Tít:` may stand. */
const LABELS_WITHIN = 12;

const nextProse = (draft: Draft, from: number): number => {
  const found = draft.lines.findIndex((line, index) => index >= from && line.isProse && isFree(draft, index));
  return found < 0 ? draft.lines.length : found;
};

/** Lines that say by themselves what they are, wherever they stand. */
function takeAnywhere(draft: Draft): void {
  takeChat(draft);
  draft.lines.forEach((line, index) => {
    if (!takeByRule(draft, index, ['anywhere']) && index < LABELS_WITHIN && line.isText) {
      takeByRule(draft, index, ['head']);
      // Only labels may take a whole sentence; a section's name is looked at where the head is known.
      if (!draft.takes[index]?.rule.includes('.label.') && draft.takes[index]?.part !== 'furniture')
        draft.takes[index] = null;
    }
  });
}

/** Bylines, dates and section names between `from` and `until`. */
function takeHead(draft: Draft, from: number, until: number): void {
  let seen = 0;
  for (let index = from; index < until; index++) {
    const line = draft.lines[index];
    if (!line || !isFree(draft, index)) continue;
    const isFirst = seen++ === 0 && from === 0;
    if (takeCombined(draft, index) || takeDated(draft, index)) continue;
    if (draft.takes[index - 1]?.part === 'byline' && TITLES[line.text.trim().toLowerCase()])
      take(draft, index, 'byline', 'any.byline.title', 0.9);
    else if (!takeByRule(draft, index, ['head', 'around']) && !isFirst && !line.isHeading) {
      const sure = bylinehood(line.text.trim());
      if (sure > 0) take(draft, index, 'byline', 'any.byline.names', sure);
    }
  }
}

/** What stands under the text: from the last line upward, until a line that is none of it. */
function takeTail(draft: Draft, lead: number): void {
  for (let index = draft.lines.length - 1; index > lead; index--) {
    const line = draft.lines[index];
    if (!line) return;
    if (isTaken(draft, index) && draft.takes[index]?.part !== 'caption') continue;
    if (!line.isText || isTaken(draft, index)) return;
    if (takeByRule(draft, index, ['around', 'tail']) || takeCombined(draft, index) || takeDated(draft, index)) continue;
    const sure = bylinehood(line.text.trim());
    if (sure === 0) return;
    take(draft, index, 'byline', 'any.byline.names', sure);
    if (sure < SURE) return;
  }
}

/** Whether the first sentence of the text is a standfirst, set apart from the rest, and where the text then begins. */
function takeStandfirst(draft: Draft, first: number): number {
  const second = nextProse(draft, first + 1);
  if (second === draft.lines.length || draft.takes.some((taken) => taken?.part === 'standfirst')) return first;
  const [line, next] = [draft.lines[first], draft.lines[second]];
  if (!line || !next || findMark(line.text, draft.language)) return first;
  takeHead(draft, first + 1, second);
  const between = draft.takes.slice(first + 1, second);
  const isSigned = between.some((taken) => taken?.part === 'byline' || taken?.part === 'dateline');
  const mark = findMark(next.text, draft.language);
  if (line.isSetApart && !next.isSetApart) take(draft, first, 'standfirst', 'any.standfirst.set-apart', 0.92);
  else if (isSigned) take(draft, first, 'standfirst', 'any.standfirst.before-byline', 0.9);
  else if (mark && mark.confidence >= SURE) take(draft, first, 'standfirst', 'any.standfirst.before-mark', 0.9);
  return isTaken(draft, first) ? second : first;
}

function takeMark(draft: Draft, lead: number): boolean {
  const line = draft.lines[lead];
  const mark = line && findMark(line.text, draft.language);
  if (!mark) return false;
  const { rule, confidence, length, text } = mark;
  part(draft, lead, { part: 'mark', rule, confidence, text: line.text.slice(0, length), said: text });
  return confidence >= SURE;
}

function placed(draft: Draft): Placed[] {
  return draft.lines.flatMap((line, index): Placed[] => {
    const taken = draft.takes[index] ?? null;
    const before = (draft.leadIns[index] ?? []).map(({ text, said, part: to, rule, confidence }): Placed => {
      const proposal = { part: to, rule, confidence };
      return { block: null, text, said, part: confidence >= SURE ? to : 'body', proposal };
    });
    const proposal = taken && { part: taken.part, rule: taken.rule, confidence: taken.confidence };
    const to = proposal && proposal.confidence >= SURE ? proposal.part : 'body';
    return [...before, { block: line.block, text: line.text, said: taken?.said ?? line.text, part: to, proposal }];
  });
}

/**
 * Reads a raw article, one block a line, and proposes what each line is: by the tables of rules of both languages, then
 * by where it stands. No line is left out, and a doubtful one stays body text with the proposal beside it (`SURE`).
 */
export function recognise(blocks: readonly Block[], options: RecogniseOptions): Arrangement {
  const language = languageOfText(blocks.map(blockText).join('\n'), options.language);
  const draft = draftOf(blocks, language, (options.title ?? '').replace(/\s+/g, ' ').trim());
  takeAnywhere(draft);
  takePairs(draft);
  takeCaptions(draft);
  let lead = nextProse(draft, 0);
  if (options.isHeaded) takeMark(draft, lead);
  else {
    takeHead(draft, 0, lead);
    lead = takeStandfirst(draft, lead);
    takeHeadline(draft, lead, takeMark(draft, lead));
  }
  takeTail(draft, lead);
  return { lines: placed(draft), language };
}
