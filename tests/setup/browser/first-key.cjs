// Loaded into Electron before the program: presses a key as soon as the first page takes keys, and writes down when it was
// taken, and the scripts that the page had read by then. Nothing is attached to the page meanwhile that would slow it.
const { writeFileSync } = require('node:fs');
const { app } = require('electron');

const wanted = process.env.BENCH_KEY_INTO;
const said = process.env.BENCH_FIRST_KEY;

/**
 * Runs in the page: answers when it takes keys, and leaves the promise of the first one behind.
 * @param {string} into where the focus must be; empty for a page that has nothing in it
 */
function untilReady(into) {
  const is = into === '' ? 'keydown' : 'input';
  globalThis.firstKey = new Promise((resolve) => {
    const heard = () =>
      resolve({
        at: Date.now(),
        began: performance.timeOrigin,
      });
    addEventListener(is, heard, { capture: true, once: true });
  });
  return new Promise((resolve) => {
    const look = () => {
      const at = document.activeElement;
      if (into === '' || at?.matches(into)) resolve(Date.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** What the page has read of its own address; Chromium tells it nothing of that itself. */
const scripts = [];
app.on('session-created', ({ protocol }) => {
  const handle = protocol.handle.bind(protocol);
  protocol.handle = (scheme, answer) =>
    handle(scheme, (request) => {
      if (request.url.endsWith('.js')) scripts.push({ url: request.url, at: Date.now() });
      return answer(request);
    });
});

let isFirst = true;
app.on('web-contents-created', (_event, contents) => {
  if (!isFirst) return;
  isFirst = false;
  contents.once('dom-ready', async () => {
    const ready = await contents.executeJavaScript(`(${untilReady})(${JSON.stringify(wanted)})`);
    for (const type of ['keyDown', 'char', 'keyUp']) contents.sendInputEvent({ type, keyCode: 'x' });
    const key = await contents.executeJavaScript('globalThis.firstKey');
    writeFileSync(
      said,
      JSON.stringify({ ...key, ready, scripts: scripts.filter(({ at }) => at <= key.at).map(({ url }) => url) }),
    );
    app.quit();
  });
});
