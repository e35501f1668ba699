import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { openSuggestions, storyAs } from '../../../src/review/index.ts';
import type { SuggestedMark } from '../../../src/story/review.ts';
import type { Block, ListItem, Run, Story } from '../../../src/story/schema.ts';
import { blockTexts } from '../../../src/story/walk.ts';
import { Modal } from '../../ui/modal.tsx';
import { useWords } from '../../words/use-words.ts';

const VIEWS = ['marks', 'final', 'original'] as const;

/** The whole story to be read: what would come and go in its place, as it would be, or as it is without. */
export function MarkedView({ story, onClose }: { story: Story; onClose: () => void }) {
  const words = useWords().review;
  const [view, setView] = useState<(typeof VIEWS)[number]>('marks');
  const shown = useMemo(() => storyAs(story, view), [story, view]);
  const fields = useMemo(() => openSuggestions(story).filter(({ block }) => block === null), [story]);
  const line = (name: 'kicker' | 'headline' | 'standfirst'): ReactNode => {
    const change = view === 'marks' ? fields.find(({ part }) => part === name) : undefined;
    if (!change) return shown[name];
    return (
      <>
        {change.before !== '' && <del>{change.before}</del>} {change.after !== '' && <ins>{change.after}</ins>}
      </>
    );
  };
  return (
    <Modal title={words.read} onClose={onClose}>
      <div className="marked">
        <fieldset className="marked-views">
          <legend className="visually-hidden">{words.views.label}</legend>
          {VIEWS.map((one) => (
            <label key={one}>
              <input type="radio" name="marked-view" checked={view === one} onChange={() => setView(one)} />{' '}
              {words.views[one]}
            </label>
          ))}
        </fieldset>
        <article lang={story.language}>
          <p>{line('kicker')}</p>
          <h3>{line('headline')}</h3>
          <p>{line('standfirst')}</p>
          {shown.body.map((block) => (
            <BlockView key={block.id} block={block} />
          ))}
        </article>
      </div>
    </Modal>
  );
}

const stateOf = (mark: SuggestedMark | undefined): { 'data-suggested'?: string } =>
  mark ? { 'data-suggested': mark.is } : {};

function BlockView({ block }: { block: Block }) {
  if (block.type === 'list') return <Items ordered={block.ordered} items={block.items} />;
  const texts = blockTexts(block).map((runs, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Runs runs={runs} />
    </Fragment>
  ));
  const Tag =
    block.type === 'heading' ? 'h4' : block.type === 'figure' ? 'figure' : block.type === 'quote' ? 'blockquote' : 'p';
  const whole = block.type === 'figure' || block.type === 'fact-box' || block.type === 'table';
  const is = block.suggested?.is;
  return (
    <Tag {...stateOf(block.suggested)}>
      {whole && is === 'inserted' ? <ins>{texts}</ins> : whole && is === 'deleted' ? <del>{texts}</del> : texts}
      {!whole && is === 'inserted' && <ins>¶</ins>}
      {!whole && is === 'deleted' && <del>¶</del>}
    </Tag>
  );
}

function Items({ ordered, items }: { ordered: boolean; items: readonly ListItem[] }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List>
      {items.map(({ id, text, sub, suggested }) => (
        <li key={id} {...stateOf(suggested)}>
          <Runs runs={text} />
          {sub && <Items {...sub} />}
        </li>
      ))}
    </List>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => <RunView key={index} run={run} />);
}

function RunView({ run }: { run: Run }) {
  const { text, marks, comments, inserted, deleted, changed } = run;
  let shown: ReactNode = text;
  if (marks?.includes('strong')) shown = <strong>{shown}</strong>;
  if (marks?.includes('emphasis')) shown = <em>{shown}</em>;
  if (comments) shown = <mark>{shown}</mark>;
  if (changed) shown = <ins>{shown}</ins>;
  if (deleted) return <del>{shown}</del>;
  return inserted ? <ins>{shown}</ins> : shown;
}
