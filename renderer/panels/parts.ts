import { later } from '../ui/later.ts';

/** What the first key does without, in the order in which it is read once the page takes keys. */
export const ChecksPanel = later(async () => (await import('./checks/checks-panel.tsx')).ChecksPanel);
export const VersionsDialog = later(async () => (await import('./versions/versions-dialog.tsx')).VersionsDialog);
export const SettingsDialog = later(async () => (await import('./settings/settings-dialog.tsx')).SettingsDialog);
export const MergeDialog = later(async () => (await import('./merge/merge-dialog.tsx')).MergeDialog);
export const PreviewPanel = later(async () => (await import('./preview/preview-panel.tsx')).PreviewPanel);
export const PreviewBody = later(async () => (await import('./preview/preview-body.tsx')).PreviewBody);
export const ArrangeView = later(async () => (await import('./intake/arrange-view.tsx')).ArrangeView);
export const ExportDialog = later(async () => (await import('./export/export-dialog.tsx')).ExportDialog);
export const PushDialog = later(async () => (await import('./push/push-dialog.tsx')).PushDialog);
export const OutboxDialog = later(async () => (await import('./push/outbox-dialog.tsx')).OutboxDialog);
export const PullDialog = later(async () => (await import('./push/pull-dialog.tsx')).PullDialog);
