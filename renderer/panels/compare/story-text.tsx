import { compareStories } from '../../../src/compare/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { ComparedBlock } from './block.tsx';
import './compare.css';

/** A story to be read and not changed, as it stands on the page. */
export function StoryText({ story }: { story: Story }) {
  const { kicker, headline, standfirst, byline, dateline, sourceCredit, language } = story;
  const pictures = new Map(
    story.body.map((block) => [
      block.id,
      block.type === 'figure' ? block.photos.flatMap(({ media }) => media ?? []) : [],
    ]),
  );
  return (
    <article className="compare" lang={language}>
      {kicker && <p data-field="kicker">{kicker}</p>}
      {headline && <h3 data-field="headline">{headline}</h3>}
      {standfirst && <p data-field="standfirst">{standfirst}</p>}
      {(byline.text || dateline.text) && (
        <p className="compare-lines">{[byline.text, dateline.text].filter(Boolean).join(' · ')}</p>
      )}
      {compareStories(story, story).blocks.map((block) => (
        <div key={block.id} className="compare-block">
          <div className="compare-side">
            <ComparedBlock block={block} side="new" pictures={(id) => pictures.get(id) ?? []} />
          </div>
        </div>
      ))}
      {sourceCredit && <p className="compare-lines">{sourceCredit}</p>}
    </article>
  );
}
