import { BrowserWindow, session, type Session } from 'electron';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { PrintJob } from '../../src/export/format.ts';
import { guardSession, type RefusalListener } from './guard.ts';
import { PRINT_PAGE } from './protocol.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};
/** What takes longer will not come. */
const PATIENCE_MS = 120_000;

/** Answers the job's own files at `app://print/`, and nothing else. */
function serveJob(at: Session, { page, pictures }: PrintJob): void {
  const files = new Map([
    [PRINT_PAGE, page],
    ...pictures.map(({ path, bytes }) => [new URL(path, PRINT_PAGE).href, bytes] as const),
  ]);
  at.protocol.handle('app', ({ url }) => {
    const bytes = files.get(url);
    if (!bytes) return new Response('Not found', { status: 404 });
    const type = TYPES[url.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' };
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`));
    }, PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/**
 * Lays pages out as PDF (tagged, with an outline), each in a hidden window of its own: sandboxed, without script, on a
 * session that lives in memory and reaches nothing but the job's files.
 * Answers `export.print-failed` (`reason`) where Chromium does not.
 */
export function createPrinter(onRefusal: RefusalListener): (job: PrintJob) => Promise<Result<Uint8Array>> {
  let jobs = 0;
  return async (job) => {
    jobs += 1;
    const own = session.fromPartition(`print-${jobs}`, { cache: false });
    guardSession(own, onRefusal);
    serveJob(own, job);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webviewTag: false,
        disableDialogs: true,
        spellcheck: false,
        webgl: false,
        devTools: false,
      },
    });
    try {
      await inTime(window.loadURL(PRINT_PAGE));
      const print = {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      };
      return ok(new Uint8Array(await inTime(window.webContents.printToPDF(print))));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return fail('export.print-failed', `the page was not laid out: ${reason}`, { reason });
    } finally {
      window.destroy();
      own.protocol.unhandle('app');
    }
  };
}
