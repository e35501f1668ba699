import type { PlacedRemark } from '../../proof/placed.ts';
import type { Proof } from '../../proof/use-proof.ts';
import { useRoom } from '../../state/room.ts';
import type { PageTexts } from '../../texts/page-texts.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { Side } from '../side/side.tsx';
import './proof.css';

const ORDER = ['spelling', 'tones', 'numbers', 'dates', 'units', 'titles', 'punctuation', 'names', 'words'] as const;

/** Every remark on the story by what it is about: one click goes there, changes it, all of its kind, or leaves it in peace. */
export function ProofPanel({ proof, texts }: { proof: Proof; texts: PageTexts }) {
  const words = useWords().proof;
  const { side } = useRoom();
  const groups = ORDER.map((category) => ({
    category,
    remarks: proof.remarks.filter((remark) => remark.category === category),
  })).filter(({ remarks }) => remarks.length > 0);

  const change = (remarks: readonly PlacedRemark[]): void =>
    texts.replace(
      remarks.flatMap((one) => (one.replacement === null ? [] : [{ ...one, replacement: one.replacement }])),
    );

  return (
    <Side title={words.title} closeLabel={words.close} onClose={() => side.set(null)} takesFocus>
      <div className="proof">
        {groups.length === 0 && <p className="proof-quiet">{words.clean}</p>}
        {groups.map(({ category, remarks }) => {
          const fixable = remarks.filter(({ replacement }) => replacement !== null);
          return (
            <section key={category} aria-label={words.categories[category]}>
              <h3>{words.categories[category]}</h3>
              {fixable.length > 1 && (
                <button type="button" className="button" onClick={() => change(fixable)}>
                  {fill(words.fixAll, { count: fixable.length })}
                </button>
              )}
              <ul>
                {remarks.map((remark) => (
                  <li key={`${remark.id} ${remark.start} ${remark.rule}`} className="remark">
                    <button type="button" className="remark-jump" onClick={() => texts.reveal(remark, true)}>
                      <span className="remark-found">{remark.found}</span>
                      {remark.replacement !== null && remark.replacement.trim() !== '' && (
                        <span className="remark-instead">{remark.replacement}</span>
                      )}
                      <span className="remark-why">
                        {remark.category === 'tones' ? words.toneMessage : remark.message}
                      </span>
                    </button>
                    <div className="remark-acts">
                      {remark.replacement !== null && (
                        <button type="button" className="button" onClick={() => change([remark])}>
                          {remark.replacement.trim() === ''
                            ? words.remove
                            : fill(words.fix, { text: remark.replacement })}
                        </button>
                      )}
                      <button type="button" className="button" onClick={() => proof.ignore(remark)}>
                        {words.ignore}
                      </button>
                      {remark.kind === 'spelling' && (
                        <button type="button" className="button" onClick={() => void proof.learn(remark.found)}>
                          {words.learn}
                        </button>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {proof.problems.length > 0 && (
          <section aria-label={words.problems}>
            <h3>{words.problems}</h3>
            <ul>
              {proof.problems.map(({ file, line, rule, fault, about }) => (
                <li key={`${file} ${line} ${rule} ${fault}`} className="remark-why">
                  {fill(words.problem, { file, line, rule, detail: fill(words.faults[fault], about ?? {}) })}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="proof-quiet">{words.folderHint}</p>
        <button type="button" className="button" data-kind="outline" onClick={proof.showFolder}>
          {words.folder}
        </button>
      </div>
    </Side>
  );
}
