import type { KeyboardEvent } from 'react';

/** In a toolbar, Left and Right, Home and End move between the buttons. */
export function rove(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not([role^="menuitem"])')];
  const here = buttons.indexOf(event.target as HTMLButtonElement);
  if (here < 0) return;
  const target = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  buttons.at(target % buttons.length)?.focus();
}
