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
/** So far beyond the edges of the window they are drawn too, in pixels. */
const BEYOND = 600;

/** Whether the browser lays this out anyhow; asking for a place in a section that it passes over would make it do so. */
function isNear(node: Node): boolean {
  const section = node.parentElement?.closest('.section') ?? node.parentElement;
  const box = section?.getBoundingClientRect();
  return box !== undefined && box.bottom > -BEYOND && box.top < innerHeight + BEYOND;
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
    const placed = shown.flatMap(({ range, isBefore, words }): HTMLElement[] => {
      if (!range.startContainer.isConnected || !isNear(range.startContainer)) return [];
      const boxes = [...range.getClientRects()];
      const box = isBefore ? boxes[0] : boxes.at(-1);
      if (!box || box.height === 0) return [];
      const one = document.createElement('del');
      const said = words.trim().replace(/\s+/gu, ' ');
      one.textContent = said.length > MOST_LETTERS ? `${said.slice(0, MOST_LETTERS)}…` : said || '␣';
      one.style.translate = `${(isBefore ? box.left : box.right) - origin.left}px ${box.top - origin.top}px`;
      return [one];
    });
    layer.replaceChildren(...placed);
  }
  const later = (): void => void requestAnimationFrame(place);
  const watcher = new ResizeObserver(place);
  watcher.observe(sheet);
  window.addEventListener('scrollend', later, { capture: true, passive: true });
  return {
    draw(all) {
      shown = all;
      place();
    },
    end() {
      watcher.disconnect();
      window.removeEventListener('scrollend', later, { capture: true });
      layer.remove();
    },
  };
}
