import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import type { Room } from '../../state/room.ts';
import type { MenuGroup } from '../../ui/menu-items.tsx';
import { fill } from '../../words/fill.ts';
import type { Words } from '../../words/en/index.ts';

const FORMATS = ['html', 'html-single', 'story'] as const;

/** What can be done with stories of the list. */
export function listActions(chosen: readonly StorySummary[], room: Room, words: Words): MenuGroup[] {
  const { desk, shelves } = room;
  const { actions } = words.library;
  const ids = chosen.map(({ id }) => id);
  const [first] = chosen;
  if (!first) return [];
  const isOne = chosen.length === 1;
  const isPinned = chosen.every((story) => story.isPinned);
  const headline = fill(words.library.copyOf, { headline: first.headline || words.library.untitled });
  return [
    {
      key: 'story',
      items: [
        ...(isOne ? [{ key: 'open', label: actions.open, keys: 'Enter', choose: () => void desk.open(first.id) }] : []),
        {
          key: 'pin',
          label: isPinned ? actions.unpin : actions.pin,
          choose: () => void shelves.pin(ids, !isPinned),
        },
        ...(isOne
          ? [
              { key: 'duplicate', label: actions.duplicate, choose: () => void shelves.duplicate(first.id, headline) },
              { key: 'like', label: actions.like, choose: () => void desk.create(first.language, first.id) },
            ]
          : []),
      ],
    },
    {
      key: 'export',
      label: actions.export,
      items: FORMATS.map((as) => ({
        key: as,
        label: words.bar.exportAs[as],
        choose: () => void shelves.export(ids, as),
      })),
    },
    { key: 'bin', items: [{ key: 'bin', label: actions.bin, keys: 'Delete', choose: () => void shelves.bin(ids) }] },
  ];
}

/** What can be done with stories of the bin. */
export function binActions(
  chosen: readonly StorySummary[],
  { shelves }: Room,
  words: Words,
  onDelete: (ids: readonly string[]) => void,
): MenuGroup[] {
  const ids = chosen.map(({ id }) => id);
  const { actions } = words.library;
  return [
    {
      key: 'bin',
      items: [
        { key: 'restore', label: actions.restore, choose: () => void shelves.restore(ids) },
        {
          key: 'delete',
          label: actions.delete,
          keys: 'Delete',
          choose: () => {
            onDelete(ids);
          },
        },
      ],
    },
  ];
}
