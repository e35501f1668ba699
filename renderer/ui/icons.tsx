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
  send: <path d="M14 2L7 9M14 2L9.5 14 7 9 2 6.5z" />,
  settings: (
    <>
      <path d="M2 4.75h6M12 4.75h2M2 11.25h2M8 11.25h6" />
      <circle cx="10" cy="4.75" r="1.75" />
      <circle cx="6" cy="11.25" r="1.75" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  up: <path d="M4 9.75L8 6l4 3.75" />,
  right: <path d="M6.25 4L10 8l-3.75 4" />,
  down: <path d="M4 6.25L8 10l4-3.75" />,
  hide: (
    <>
      <path d="M2 8c1.5-2.75 3.5-4.1 6-4.1s4.5 1.35 6 4.1c-1.5 2.75-3.5 4.1-6 4.1S3.5 10.75 2 8z" />
      <path d="M3 13.5l10-11" />
    </>
  ),
  preview: (
    <>
      <path d="M2 8c1.5-2.75 3.5-4.1 6-4.1s4.5 1.35 6 4.1c-1.5 2.75-3.5 4.1-6 4.1S3.5 10.75 2 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  window: <path d="M2.5 5.25h7.25v8.25H2.5zM6.25 5V2.5h7.25v8.25h-3.5" />,
  wide: <path d="M9.5 2.75h3.75V6.5M13 3L9 7M6.5 13.25H2.75V9.5M3 13l4-4" />,
  copy: (
    <>
      <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.25" />
      <path d="M10.25 3.5c0-.4-.35-.75-.75-.75h-6c-.4 0-.75.35-.75.75v6c0 .4.35.75.75.75" />
    </>
  ),
  check: <path d="M3 8.5l3.25 3.25L13 5" />,
  back: <path d="M9.75 3.5L5.25 8l4.5 4.5" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="M10.25 10.25L13.5 13.5" />
    </>
  ),
  filter: <path d="M2.5 4.5h11M4.75 8h6.5M6.75 11.5h2.5" />,
  sort: <path d="M4.75 3v10M2.5 10.75L4.75 13 7 10.75M11.25 13V3M9 5.25L11.25 3l2.25 2.25" />,
  pin: <path d="M5.5 2.5h5M6.25 2.5v4L4.5 9h7L9.75 6.5v-4M8 9v4.5" />,
  bin: <path d="M3 4.5h10M6.25 4.5V3h3.5v1.5M4.25 4.5l.6 8.5h6.3l.6-8.5M6.75 7v3.5M9.25 7v3.5" />,
  review: <path d="M2.5 3.25h11v7.5H8l-3 2.5v-2.5H2.5zM5 6h6M5 8.25h4" />,
  history: (
    <>
      <path d="M2.75 8a5.25 5.25 0 1 0 1.7-3.85M2.75 2.75v2.5h2.5" />
      <path d="M8 5.25V8l2 1.5" />
    </>
  ),
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
