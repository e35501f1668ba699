import { useState } from 'react';
import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import type { SitesAnswer } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import './steps.css';

interface StepListProps {
  /** Null for the last push of a story that was sent. */
  job: string | null;
  story: string;
  site: string;
  steps: PushShown['steps'];
}

/** Each call of a push in words; its request and reply one click away. */
export function StepList({ job, story, site, steps }: StepListProps) {
  return (
    <ol className="push-steps">
      {steps.map((step, number) => (
        <li key={number} data-is={isWell(step) ? 'well' : step.took === null ? 'going' : 'ill'}>
          <Step step={step} onAsk={{ job, story, site, number }} />
        </li>
      ))}
    </ol>
  );
}

type Step = StepListProps['steps'][number];

const isWell = ({ status }: Step): boolean => status !== null && status < 400;

function Step({
  step,
  onAsk,
}: {
  step: Step;
  onAsk: { job: string | null; story: string; site: string; number: number };
}) {
  const { pushing } = useRoom();
  const words = useWords().push;
  const [exchange, setExchange] = useState<SitesAnswer['exchange']>(undefined);
  const { name, about, status, took } = step;
  const came =
    took === null ? words.underWay : fill(words.took, { status: status ?? words.noAnswer, time: `${took} ms` });
  return (
    <details
      onToggle={({ currentTarget: { open } }) => {
        if (!open || took === null) return;
        void pushing.ask({ do: 'exchange', ...onAsk }).then((answer) => {
          if (answer.ok) setExchange(answer.value.exchange);
        });
      }}
    >
      <summary>
        <span>{[words.step[name] ?? name, about].filter(Boolean).join(': ')}</span>
        <small>{came}</small>
      </summary>
      {exchange && (
        <div className="push-exchange">
          <p>{words.secretsMasked}</p>
          <h5>{words.request}</h5>
          <pre>{[exchange.line, exchange.request].filter(Boolean).join('\n')}</pre>
          <h5>{words.reply}</h5>
          <pre>{exchange.reply}</pre>
        </div>
      )}
    </details>
  );
}
