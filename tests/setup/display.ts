import { startDisplay } from '../../electron/runtime/display.ts';

/** Where there is no screen (or it is another system's business than X11), tests bring their own. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return async () => {};
  const display = await startDisplay();
  if (!display.ok) throw new Error(display.failure.detail);
  process.env['DISPLAY'] = display.value.name;
  delete process.env['WAYLAND_DISPLAY'];
  return display.value.end;
}
