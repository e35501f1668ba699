// A browser for the tests: Electron's own Chromium with a bare window on the address given last.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1100, height: 1400, webPreferences: { sandbox: true } });
  void window.loadURL(process.argv.at(-1));
});
app.on('window-all-closed', () => app.quit());
