const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';

/** What Tab stops at within an element, in the page's order. Of radio buttons that belong together it is the chosen one. */
function tabStops(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
    return !(element instanceof HTMLInputElement && element.type === 'radio') || element.checked;
  });
}

/** The stop at the other end, where Tab would leave `within` over its edge; null where it would not. */
export function wrapTab(within: HTMLElement, isBack: boolean): HTMLElement | null {
  const stops = tabStops(within);
  const [from, to] = isBack ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  return document.activeElement === from ? (to ?? null) : null;
}
