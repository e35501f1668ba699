import { useMemo, useState } from 'react';
import { isPostField } from '../../../src/cms/verdict.ts';
import { compareStories } from '../../../src/compare/index.ts';
import type { ConflictShown } from '../../../src/ipc/calls/sites.ts';
import { settleFlag, type Side } from '../../../src/merge/settle.ts';
import type { Story } from '../../../src/story/schema.ts';
import { shortWhen } from '../../words/dates.ts';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ComparisonView } from '../compare/comparison-view.tsx';
import { DifferenceList, nameOf } from './told.tsx';
import '../merge/flags.css';
import './conflict.css';

/** What a person made of a conflict: the story, over which state of which post, and which of its fields stay as they are there. */
export interface Accepted {
  merged: Story;
  post: string;
  over: string;
  keep: string[];
}

interface ConflictViewProps {
  conflict: ConflictShown;
  /** The story as it is here. */
  mine: Story;
  onAccept: (accepted: Accepted, theirs: Story) => Promise<void>;
}

type Flag = ConflictShown['flags'][number];

const SIDES = ['mine', 'theirs', 'both'] as const;

/** A field of the post that both desks set: it is none of the story's own. */
const isOfPost = ({ block, kind, part }: Flag): boolean => block === null && kind === 'both-set' && isPostField(part);

/** What others changed on the site: what combined by itself, what overlaps side by side, and what the story becomes. */
export function ConflictView({ conflict, mine, onAccept }: ConflictViewProps) {
  const all = useWords();
  const words = all.push.conflict;
  const language = useLanguage();
  const { theirs, merged, flags, over, post } = conflict;
  const [sides, setSides] = useState<readonly Side[]>(() => flags.map(() => 'both' as const));
  const settled = useMemo(
    () =>
      flags.reduce(
        (story, flag, at) => (isOfPost(flag) ? story : settleFlag(story, mine, theirs, flag, sides[at] ?? 'both')),
        merged,
      ),
    [flags, merged, mine, theirs, sides],
  );
  const comparison = useMemo(() => compareStories(mine, settled), [mine, settled]);
  const combined = conflict.theirChanges.filter((change) => !flags.some((flag) => isAbout(flag, change, theirs)));
  const when = shortWhen(conflict.modified, language, all.library.yesterday, new Date());
  const keep = flags.filter((flag, at) => isOfPost(flag) && sides[at] === 'theirs').map(({ part }) => part);
  return (
    <div className="push-conflict">
      <h3>{fill(words.title, { when })}</h3>
      <p>{words.text}</p>
      {combined.length > 0 && <h4>{words.combined}</h4>}
      <DifferenceList differences={combined} />
      {flags.length === 0 ? <p>{words.none}</p> : <h4>{fillCount(language, words.overlaps, flags.length)}</h4>}
      <ol className="merge-flags">
        {flags.map((flag, at) => (
          <li key={at} className="merge-flag">
            <fieldset>
              <legend>{nameOf(all, flag.part)}</legend>
              <dl className="merge-sides">
                <div>
                  <dt>{words.choices.mine}</dt>
                  <dd>{flag.mine || <em>{all.merge.takenOut}</em>}</dd>
                </div>
                <div>
                  <dt>{words.choices.theirs}</dt>
                  <dd>{flag.theirs || <em>{all.merge.takenOut}</em>}</dd>
                </div>
              </dl>
              <div className="push-sides-of">
                {SIDES.filter((side) => side !== 'both' || flag.kept === 'both').map((side) => (
                  <label key={side}>
                    <input
                      type="radio"
                      name={`push-flag-${at}`}
                      checked={shownSide(sides[at] ?? 'both', flag.kept) === side}
                      onChange={() => setSides(sides.map((other, index) => (index === at ? side : other)))}
                    />
                    <span>{words.choices[side]}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <h4>{words.result}</h4>
      <ComparisonView before={mine} after={settled} comparison={comparison} layout="inline" />
      <div className="push-accept">
        <button
          type="button"
          className="button"
          data-kind="main"
          onClick={() => void onAccept({ merged: settled, post, over, keep }, theirs)}
        >
          {words.accept}
        </button>
      </div>
    </div>
  );
}

/** Undecided, the merge's own choice stands. */
const shownSide = (side: Side, kept: Side): Side => (side === 'both' ? kept : side);

/** Whether a change of theirs is one that a person must choose about, and so none that combined by itself. */
function isAbout(flag: Flag, { part, id }: ConflictShown['theirChanges'][number], theirs: Story): boolean {
  if (flag.block === null) return flag.part === part;
  if (id === undefined) return false;
  const block = theirs.body.find((one) => one.id === id);
  return flag.block === id || JSON.stringify(block ?? null).includes(`"id":"${flag.block}"`);
}
