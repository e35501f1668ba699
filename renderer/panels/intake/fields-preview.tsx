import type { Article } from '../../../src/import/article.ts';
import { checkDateline, offsetsThere } from '../../../src/story/dateline.ts';
import { printOffset } from '../../../src/story/dateline-print.ts';
import type { Block } from '../../../src/story/schema.ts';
import { plainText } from '../../../src/story/runs.ts';
import { blockText } from '../../../src/story/walk.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

/** The story that the lines make as they are placed now, and what is left out of it. */
export function FieldsPreview({ article, language }: { article: Article; language: string }) {
  const words = useWords();
  const { fields, body, receipt } = article;
  const { labels } = words.fields;
  const { dateline } = fields;
  const warning = dateline ? checkDateline(dateline.text, language, dateline) : null;
  const there = dateline ? (offsetsThere(dateline.text, language, dateline) ?? []).map(printOffset).join(', ') : '';
  const shown: [string, string | undefined][] = [
    [labels.kicker, fields.kicker],
    [labels.headline, fields.headline],
    [labels.standfirst, fields.standfirst],
    [labels.byline, fields.byline?.text],
    [labels.dateline, fields.dateline?.text],
    [words.intake.parts.mark, fields.dateline?.mark],
    [labels.sourceCredit, fields.sourceCredit],
    [words.intake.parts.keywords, fields.keywords?.join(', ')],
  ];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus
    <div className="arrange-story" role="group" aria-label={words.intake.preview} tabIndex={0} lang={language}>
      <dl>
        {shown.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {warning && <p className="arrange-warning">{fill(words.fields.datelineWarnings[warning], { there })}</p>}
      {body.map((block) => (
        <PreviewBlock key={block.id} block={block} />
      ))}
      {(receipt.texts ?? []).length > 0 && (
        <div className="arrange-dropped">
          <h3>{words.intake.leftOut}</h3>
          <ul>
            {receipt.texts?.map(({ text }, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function PreviewBlock({ block }: { block: Block }) {
  const words = useWords().intake;
  if (block.type !== 'figure') {
    const text = blockText(block) || words.blocks[block.type];
    return <p data-kind={block.type}>{text}</p>;
  }
  return (
    <>
      {block.photos.map(({ id, alt, caption, credit }) => (
        <div key={id} className="arrange-photo">
          <span>{words.blocks.figure}</span>
          <p>{plainText(caption) || alt}</p>
          {credit !== '' && <p className="arrange-credit">{credit}</p>}
        </div>
      ))}
    </>
  );
}
