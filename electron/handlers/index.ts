export { appHandlers } from './app.ts';
export { closedHandlers } from './closed.ts';
export { exportHandlers } from './export.ts';
export { importHandlers } from './import.ts';
export { mediaHandlers } from './media.ts';
export { openStores, type Stores } from './stores.ts';
export { storyHandlers } from './stories.ts';
export { takeIn } from './take-in.ts';
export { versionHandlers } from './versions.ts';
