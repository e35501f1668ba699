/** What makes letters of a mirror stand where those of its control stand. */
const SAME = [
  'font',
  'lineHeight',
  'letterSpacing',
  'fontVariationSettings',
  'padding',
  'textAlign',
  'direction',
  'textTransform',
  'tabSize',
] as const;

/**
 * Letters in the places of a text control's own, since nothing can be marked in a control: transparent, above it, unseen by
 * screen readers and the pointer.
 */
export interface Mirrors {
  /** A range over the control's letters from `start` to `end`. */
  rangeOf: (control: HTMLTextAreaElement, start: number, end: number) => Range | null;
  /** Forgets the mirrors of controls that nothing is marked in any more. */
  keep: (controls: ReadonlySet<HTMLTextAreaElement>) => void;
  end: () => void;
}

/** @param sheet holds the controls; it is the mirrors' offset parent */
export function createMirrors(sheet: HTMLElement): Mirrors {
  const mirrors = new Map<HTMLTextAreaElement, HTMLElement>();
  const layer = document.createElement('div');
  layer.className = 'mirrors';
  layer.ariaHidden = 'true';
  sheet.append(layer);

  function place(control: HTMLTextAreaElement, mirror: HTMLElement): void {
    const style = getComputedStyle(control);
    for (const name of SAME) mirror.style[name] = style[name];
    const box = control.getBoundingClientRect();
    const origin = layer.getBoundingClientRect();
    mirror.style.inlineSize = `${box.width}px`;
    mirror.style.translate = `${box.left - origin.left}px ${box.top - origin.top}px`;
  }
  const placeAll = (): void => {
    for (const [control, mirror] of mirrors) place(control, mirror);
  };
  const observer = new ResizeObserver(placeAll);
  observer.observe(sheet);

  return {
    rangeOf(control, start, end) {
      let mirror = mirrors.get(control);
      if (!mirror) {
        mirror = document.createElement('div');
        mirror.className = 'mirror';
        mirrors.set(control, mirror);
        layer.append(mirror);
      }
      if (mirror.textContent !== control.value || !mirror.firstChild) mirror.replaceChildren(control.value);
      place(control, mirror);
      const text = mirror.firstChild;
      if (!text || end > control.value.length) return null;
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    },
    keep(controls) {
      for (const [control, mirror] of mirrors) {
        if (controls.has(control) && control.isConnected) continue;
        mirror.remove();
        mirrors.delete(control);
      }
    },
    end() {
      observer.disconnect();
      layer.remove();
    },
  };
}
