/** Host and window tests run in Electron's own Node. Started in another, they would fail one by one and say nothing useful. */
export function setup(): void {
  if (process.versions['electron'] && process.env['COPYDESK_ELECTRON']) return;
  throw new Error(
    "These tests run in Electron's Node. Start them with: npm test -- <files>, or one group with: npm run build && node out/runtime/run.js test --project host",
  );
}
