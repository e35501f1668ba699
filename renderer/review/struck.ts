import { shortened } from '../../src/base/text.ts';

/** Words that would go: the place in the page that they stand at, and the words. */
export interface Struck {
  range: Range;
  /** They stand before the range, in whose place others come; otherwise behind it. */
  isBefore: boolean;
  words: string;
}

/**
 * Shows words that would go, struck through, above the place that they go from. They lie over the page and are no part of the text: the
 * caret, input methods, find and spelling know nothing of them. Screen readers hear them on their cards.
 */
export interface StruckWords {
  draw: (all: readonly Struck[]) => void;
  end: () => void;
}

const MOST_LETTERS = 40;
/** So far beyond the edges of the window marks are drawn too, in pixels. */
const BEYOND = 800;

const isSeen = (element: Element | null | undefined): boolean => {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.bottom > -BEYOND && box.top < innerHeight + BEYOND;
};
/** Whether it is near what is seen. Asking for a place in a section that the browser passes over would make it lay that out. */
export function isNear(node: Node): boolean {
  const section = node.parentElement?.closest('.section');
  return (!section || isSeen(section)) && isSeen(node.parentElement?.closest('p, li, h2, h3, h4, figure'));
}

/** @param sheet holds the text; it is the offset parent of what is drawn */
export function createStruckWords(sheet: HTMLElement): StruckWords {
  const layer = document.createElement('div');
  layer.className = 'struck-words';
  layer.ariaHidden = 'true';
  sheet.append(layer);
  let shown: readonly Struck[] = [];

  function place(): void {
    const origin = layer.getBoundingClientRect();
    const placed = shown.flatMap(({ range, isBefore, words }): { at: string; text: string }[] => {
      if (!range.startContainer.isConnected || !isNear(range.startContainer)) return [];
      const boxes = [...range.getClientRects()];
      const box = isBefore ? boxes[0] : boxes.at(-1);
      if (!box || box.height === 0) return [];
      const said = words.trim().replace(/\s+/gu, ' ');
      const [across, down] = [(isBefore ? box.left : box.right) - origin.left, box.top - origin.top];
      return [
        {
          at: `${Math.round(across)}px ${Math.round(down)}px`,
          text: shortened(said, MOST_LETTERS) || '␣',
        },
      ];
    });
    // What stands already stays: a key moves few of them.
    while (layer.childElementCount > placed.length) layer.lastElementChild?.remove();
    placed.forEach(({ at, text }, index) => {
      const one =
        (layer.children[index] as HTMLElement | undefined) ?? layer.appendChild(document.createElement('del'));
      if (one.textContent !== text) one.textContent = text;
      if (one.style.translate !== at) one.style.translate = at;
    });
  }
  const watcher = new ResizeObserver(place);
  watcher.observe(sheet);
  return {
    draw(all) {
      shown = all;
      place();
    },
    end() {
      watcher.disconnect();
      layer.remove();
    },
  };
}
