import { useEffect, useRef, useState } from 'react';
import { leavingStory } from '../../../src/export/printed.ts';
import { withDatedLine } from '../../../src/settings/house.ts';
import type { Session } from '../../state/session.ts';
import { useRoom } from '../../state/room.ts';
import { makeRendition } from '../../pictures/ready.ts';
import { createReaderPage, type ReaderPage } from '../../preview/reader-page.ts';
import { DEVICES, type Device } from './devices.ts';

interface ReaderViewProps {
  session: Session;
  device: Device;
  theme: 'light' | 'dark';
  /** For those who hear the window. */
  label: string;
}

/** How long the typing rests before the page is renewed, in milliseconds. */
const REST = 120;

/** The story as its readers will see it, as wide as their device, made smaller where the panel is narrower; follows the typing and the caret. */
export function ReaderView({ session, device, theme, label }: ReaderViewProps) {
  const { host, preferences } = useRoom();
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<ReaderPage | null>(null);
  const { width, height } = DEVICES[device];

  useEffect(() => {
    if (sheet.current) setPage(createReaderPage(sheet.current, (job) => makeRendition(host, job)));
  }, [host]);

  useEffect(() => {
    page?.look({ theme, isPrint: device === 'print' });
  }, [page, theme, device]);

  useEffect(() => {
    if (!page) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void =>
      page.show(leavingStory(withDatedLine(session.current(), preferences.settings.get().house)));
    const renew = (): void => {
      clearTimeout(timer);
      timer = setTimeout(show, REST);
    };
    show();
    const stop = session.onChange(renew);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [page, preferences, session]);

  // The frame scrolls by itself to what the reporter is writing.
  useEffect(() => {
    if (!page) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const caret = session.caret();
        const target = caret && page.find('block' in caret ? caret.block : 'header');
        if (target && frame.current) scrollTo(frame.current, target);
      }, REST);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
      clearTimeout(timer);
    };
  }, [page, session]);

  // As wide as the device is; smaller on the screen where there is less room.
  useEffect(() => {
    const room = frame.current;
    if (!room) return;
    const fit = (): void => {
      if (!sheet.current) return;
      sheet.current.style.width = `${width}px`;
      sheet.current.style.setProperty('--reader-vh', `${height / 100}px`);
      sheet.current.style.zoom = String(Math.min(1, room.clientWidth / width));
    };
    const watch = new (room.ownerDocument.defaultView ?? window).ResizeObserver(fit);
    watch.observe(room);
    fit();
    return () => {
      watch.disconnect();
    };
  }, [width, height]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keys
    <div ref={frame} className="reader-frame" role="region" aria-label={label} tabIndex={0}>
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links within are buttons for keys already; this only sends what they open outside */}
      <div
        ref={sheet}
        className="reader-sheet"
        onClick={(event) => {
          const link = event.nativeEvent.composedPath().find((target) => target instanceof HTMLAnchorElement);
          if (!link) return;
          event.preventDefault();
          void host.call('app.link', { address: link.href });
        }}
      />
    </div>
  );
}

/** Scrolls the frame, and nothing round it, so that the element stands in its upper half. */
function scrollTo(frame: HTMLElement, target: Element): void {
  const [outer, inner] = [frame.getBoundingClientRect(), target.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  frame.scrollBy({ top: inner.top - outer.top - outer.height / 4 });
}
