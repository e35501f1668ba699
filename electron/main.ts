import { app } from 'electron';
void app.whenReady().then(() => { console.log('up'); app.quit(); });
