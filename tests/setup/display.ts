import { afterAll, beforeAll } from 'vitest';
import { startDisplay, type Display } from '../../electron/runtime/display.ts';

let display: Display | undefined;

/**
 * Where there is no screen (or it is another system's business than X11), each test file brings its own. Two files on
 * one screen take the keyboard's focus from each other, and a word that is being composed ends with its focus.
 */
beforeAll(async () => {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return;
  const started = await startDisplay();
  if (!started.ok) throw new Error(started.failure.detail);
  display = started.value;
  process.env['DISPLAY'] = display.name;
  delete process.env['WAYLAND_DISPLAY'];
});

afterAll(async () => {
  if (!display) return;
  delete process.env['DISPLAY'];
  await display.end();
});
