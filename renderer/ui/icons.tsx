import type { ReactNode } from 'react';

/** Line drawings of 16 by 16, in the colour of the text beside them; never the only name of a button. */
const drawings = {
  sidebar: (
    <>
      <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="2" />
      <path d="M6 3v10" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  export: <path d="M8 10V2.5M5 5l3-3 3 3M3 9.5v2.75c0 .7.55 1.25 1.25 1.25h7.5c.7 0 1.25-.55 1.25-1.25V9.5" />,
  settings: (
    <>
      <path d="M2 4.75h6M12 4.75h2M2 11.25h2M8 11.25h6" />
      <circle cx="10" cy="4.75" r="1.75" />
      <circle cx="6" cy="11.25" r="1.75" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  down: <path d="M4 6.25L8 10l4-3.75" />,
  check: <path d="M3 8.5l3.25 3.25L13 5" />,
  warning: <path d="M8 2.5l6 10.75H2zM8 6.5v3M8 11.4v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
