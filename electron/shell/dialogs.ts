import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { exportFormat } from '../../src/export/index.ts';
import { ARTICLE_ENDINGS } from '../../src/import/limits.ts';
import type { Shared } from '../../src/ipc/calls/language.ts';
import type { CallInput } from '../../src/ipc/contract.ts';
import type { ShellWords } from './words.ts';

/** The ways to take a story out of Copydesk that ask for a place. */
export type ExportKind = CallInput<'export.story'>['as'];

/**
 * Asks where an export shall go; null where the person changed their mind. `mayReplace` where the dialog has asked about
 * a file that is there already.
 *
 * @param name a file name without its ending
 * @param last where the same went before
 */
export async function askExportPath(
  window: BrowserWindow,
  words: ShellWords,
  as: ExportKind,
  name: string,
  last?: string,
): Promise<{ path: string; mayReplace: boolean } | null> {
  const { ending, filters } = kindOf(as, words);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.exportTitle,
    buttonLabel: words.exportButton,
    defaultPath: last ?? join(app.getPath('documents'), name + ending),
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  const isWhole = filePath.toLowerCase().endsWith(ending);
  // What the dialog asked about was the name as typed.
  return isWhole ? { path: filePath, mayReplace: true } : { path: filePath + ending, mayReplace: false };
}

/** Asks for the folder that many stories are exported to; null where the person changed their mind. */
export async function askExportFolder(window: BrowserWindow, words: ShellWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.exportManyTitle,
    buttonLabel: words.exportButton,
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for the folder that is to be the shared desk; null where the person changed their mind. */
export async function askDeskFolder(window: BrowserWindow, words: ShellWords): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.deskTitle,
    buttonLabel: words.deskButton,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks which .story packages to take in; none where the person changed their mind. */
export async function askPackages(window: BrowserWindow, words: ShellWords): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseTitle,
    buttonLabel: words.chooseButton,
    filters: kindOf('story', words).filters,
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

/** What the dialog calls files of each extension that an export writes. */
const KINDS: Record<string, 'kindPage' | 'kindDocument' | 'kindPdf' | 'kindText' | 'kindPackage'> = {
  html: 'kindPage',
  docx: 'kindDocument',
  pdf: 'kindPdf',
  txt: 'kindText',
  story: 'kindPackage',
};
/** Asks which articles to import; none where the person changed their mind. */
export async function askArticles(window: BrowserWindow, words: ShellWords): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.importTitle,
    buttonLabel: words.importButton,
    filters: [
      { name: words.kindArticle, extensions: [...ARTICLE_ENDINGS, 'story'] },
      { name: words.kindAny, extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

const sharedKind = (what: Shared, words: ShellWords): FileFilter =>
  what === 'words'
    ? { name: words.kindWords, extensions: ['txt'] }
    : { name: words.kindStyle, extensions: ['json', 'jsonc'] };

/** Asks for a file of house words or house style; null where the person changed their mind. */
export async function askSharedFile(window: BrowserWindow, words: ShellWords, what: Shared): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.takeTitle,
    buttonLabel: words.chooseButton,
    filters: [sharedKind(what, words), { name: words.kindAny, extensions: ['*'] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where house words or house style shall be written to; null where the person changed their mind. */
export async function askSharedPlace(window: BrowserWindow, words: ShellWords, what: Shared): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.giveTitle,
    buttonLabel: words.exportButton,
    defaultPath: join(app.getPath('documents'), what === 'words' ? 'house-words.txt' : 'house-style.json'),
    filters: [sharedKind(what, words)],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}

function kindOf(as: ExportKind, words: ShellWords): { ending: string; filters: FileFilter[] } {
  if (as === 'record-html') return { ending: '.html', filters: [{ name: words.kindPage, extensions: ['html'] }] };
  if (as === 'record-json') return { ending: '.json', filters: [{ name: words.kindData, extensions: ['json'] }] };
  const format = exportFormat(as);
  if (format?.writes === 'folder') return { ending: '', filters: [{ name: words.kindFolder, extensions: ['*'] }] };
  const extension = format?.extension ?? 'story';
  return {
    ending: `.${extension}`,
    filters: [{ name: words[KINDS[extension] ?? 'kindPage'], extensions: [extension] }],
  };
}
