import type { LexicalEditor } from 'lexical';
import { viewJob, type RenditionJob } from '../../../src/picture/renditions.ts';
import type { MediaFile } from '../../../src/story/schema.ts';
import type { Store } from '../../state/store.ts';

const VIEW = /^app:\/\/media\/([0-9a-f]{64})\/view(#made)?$/;

/**
 * Has the copy made that the editor shows of a large picture, where the original came in its place: it came with a story
 * file from elsewhere, or its copy was cleared away. Nobody's window holds a hundred originals for long. What cannot be
 * shown at all is told to `missing`.
 */
export function registerViews(
  editor: LexicalEditor,
  media: () => Readonly<Record<string, MediaFile>>,
  make: (job: RenditionJob) => Promise<boolean>,
  missing: Store<ReadonlySet<string>>,
): () => void {
  const tell = (id: string, isMissing: boolean): void => {
    const known = missing.get();
    if (known.has(id) === isMissing) return;
    missing.set(isMissing ? new Set([...known, id]) : new Set([...known].filter((one) => one !== id)));
  };
  const loaded = async ({ target: image }: Event): Promise<void> => {
    if (!(image instanceof HTMLImageElement)) return;
    const [address, id = '', isMade] = VIEW.exec(image.src) ?? [];
    tell(id, false);
    const file = media()[id];
    const job = address !== undefined && file && isMade === undefined ? viewJob(id, file) : null;
    if (!job || image.naturalWidth <= job.width) return;
    if ((await make(job)) && image.src === address) image.src = `${address}#made`;
  };
  const heard = (event: Event): void => void loaded(event);
  const failed = ({ target: image }: Event): void => {
    const id = image instanceof HTMLImageElement ? VIEW.exec(image.src)?.[1] : undefined;
    if (id !== undefined) tell(id, true);
  };
  return editor.registerRootListener((root, before) => {
    // Loading does not bubble.
    before?.removeEventListener('load', heard, true);
    before?.removeEventListener('error', failed, true);
    root?.addEventListener('load', heard, true);
    root?.addEventListener('error', failed, true);
  });
}
