import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import { useRoom } from '../../state/room.ts';
import { useWords } from '../../words/use-words.ts';

type Act = 'go' | 'stop' | 'drop' | 'same' | 'new';

/** What a person can do about a push that is not done. A conflict has its own view to decide it in. */
export function PushActs({ push: { id, state } }: { push: PushShown }) {
  const { pushing } = useRoom();
  const words = useWords().push;
  const act = (what: Act, kind: 'main' | 'outline', label: string) => (
    <button
      type="button"
      className="button"
      data-kind={kind}
      onClick={() => void pushing.ask({ do: 'job', job: id, act: what })}
    >
      {label}
    </button>
  );
  switch (state.is) {
    case 'running':
      return act('stop', 'outline', words.stop);
    case 'waiting':
      return (
        <>
          {act('drop', 'outline', words.drop)}
          {act('go', 'main', words.goNow)}
        </>
      );
    case 'person': {
      const { code } = state.failure;
      return (
        <>
          {act('drop', 'outline', words.drop)}
          {code === 'push.same-slug' && act('new', 'outline', words.other)}
          {code === 'push.same-slug' && act('same', 'main', words.same)}
          {code !== 'push.same-slug' &&
            !state.conflict &&
            act('go', 'main', code === 'push.still-publish' ? words.stillPublish : words.goOn)}
        </>
      );
    }
    case 'done':
      return null;
  }
}
