import { useRef, type KeyboardEvent } from 'react';
import { checkWords, LEVELS, type Finding, type Place } from '../../../src/check/index.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { Side } from '../side/side.tsx';
import { CheckAnnouncer } from './check-announcer.tsx';
import { FindingRow } from './finding-row.tsx';
import './checks.css';

/** What must be looked at before the story goes, by level: Enter or a click goes there, arrows step through the list. */
export function ChecksPanel({ onJump }: { onJump: (place: Place) => void }) {
  const { checks, side } = useRoom();
  const words = useWords().checks;
  const said = checkWords(useLanguage());
  const language = useLanguage();
  const findings = useStore(checks.findings);
  const ignored = useStore(checks.ignoredCount);
  const list = useRef<HTMLDivElement>(null);

  function step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.finding-jump') ?? [])];
    const here = rows.findIndex((row) => row.parentElement?.contains(document.activeElement));
    const next = rows[Math.min(rows.length - 1, Math.max(0, here + by))];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  function ignore(finding: Finding, event: HTMLElement | null): void {
    // The focus goes on to a neighbour, not to the window's start, when its row goes.
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.finding-jump') ?? [])];
    const here = rows.findIndex((row) => row.parentElement === event);
    checks.ignore(finding);
    requestAnimationFrame(() => {
      const left = [...(list.current?.querySelectorAll<HTMLElement>('.finding-jump') ?? [])];
      (left[Math.min(here, left.length - 1)] ?? list.current)?.focus();
    });
  }

  return (
    <Side title={words.title} closeLabel={words.close} onClose={() => side.set(null)} takesFocus>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows between the buttons within, which Tab reaches too */}
      <div ref={list} className="checks" tabIndex={-1} onKeyDown={step}>
        {findings === null && <p className="checks-quiet">{words.looking}</p>}
        {findings?.length === 0 && <p className="checks-quiet">{words.clean}</p>}
        {LEVELS.map((level) => {
          const group = (findings ?? []).filter((finding) => finding.level === level);
          if (group.length === 0) return null;
          return (
            <section key={level} className="checks-group" data-level={level} aria-label={said.levels[level]}>
              <h3>{fillCount(language, said.counts[level], group.length)}</h3>
              <ul>
                {group.map((finding, index) => (
                  <FindingRow
                    key={`${finding.key} ${index}`}
                    finding={finding}
                    onJump={() => onJump(finding.place)}
                    onIgnore={
                      level === 'error'
                        ? null
                        : () => ignore(finding, document.activeElement?.closest<HTMLElement>('.finding') ?? null)
                    }
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {ignored > 0 && (
          <p className="checks-ignored">
            <span>{fillCount(language, words.ignored, ignored)}</span>
            <button type="button" className="button" onClick={checks.recall}>
              {words.recall}
            </button>
          </p>
        )}
      </div>
      <CheckAnnouncer />
    </Side>
  );
}
