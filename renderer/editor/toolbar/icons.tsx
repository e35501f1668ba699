import type { ReactNode } from 'react';

/** Drawings of the toolbar, 16 by 16; letters where a letter says it best. */
const drawings = {
  undo: <path d="M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 010 7H6" />,
  redo: <path d="M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 000 7h4" />,
  link: (
    <path d="M6.75 9.25a2.6 2.6 0 003.7 0l2.3-2.3a2.6 2.6 0 00-3.7-3.7l-.9.9M9.25 6.75a2.6 2.6 0 00-3.7 0l-2.3 2.3a2.6 2.6 0 003.7 3.7l.9-.9" />
  ),
  bullets: <path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />,
  numbers: <path d="M6.5 4H14M6.5 8H14M6.5 12H14M2 3l1-.5V5.5M2 10.6c.2-.6 1.7-.7 1.7.2 0 .7-1.7 1.1-1.7 2h1.8" />,
  quote: <path d="M3 10.5h2.5V8H3.2c0-1.6.7-2.7 2-3.2M9.5 10.5H12V8H9.7c0-1.6.7-2.7 2-3.2" />,
  photo: (
    <>
      <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" />
      <circle cx="5.25" cy="6" r="1.1" />
      <path d="M2 11.5l3.5-3 2.5 2 3-3.25 3 3" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type ToolIconName = keyof typeof drawings;

export function ToolIcon({ name }: { name: ToolIconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
