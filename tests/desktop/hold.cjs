// Loaded into Electron before the program: holds its beginning until Playwright is there. A window that opens while Playwright
// connects is at times half known to it, and it waits for ever (seen in 1 of 60 starts); given an executable, it brings no such hold.
const { app } = require('electron');

const ready = app.whenReady();
/** @type {() => void} */
let begin = () => undefined;
const begun = new Promise((resolve) => (begin = () => resolve(ready)));
app.whenReady = () => begun;
// The name that Playwright calls once it has connected.
Object.assign(globalThis, { __playwright_run: () => begin() });
