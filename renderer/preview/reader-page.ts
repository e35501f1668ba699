import { createPageParts, type PageParts, type PreviewImage } from '../../src/export/page/parts.ts';
import { previewJob, type RenditionJob } from '../../src/picture/renditions.ts';
import type { MediaFile, Photo, Story } from '../../src/story/schema.ts';
import { pageNodes } from './page-nodes.ts';
import { readerStyle, type ReaderLook } from './reader-style.ts';

/** The reader's page in an element of the window, kept up with the story. */
export interface ReaderPage {
  show: (story: Story) => void;
  look: (look: ReaderLook) => void;
  /** The element that a block of the story has become; null where it shows nothing. `header` for the fields above. */
  find: (block: string) => Element | null;
}

/**
 * The export's own markup and style in a shadow root, where the window's styles do not reach it.
 *
 * @param make makes the rendition of a photo that is cropped or turned, where it is not there yet; false where it cannot
 */
export function createReaderPage(host: HTMLElement, make: (job: RenditionJob) => Promise<boolean>): ReaderPage {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // A style sheet is of one document; the preview can stand in another window's.
  const sheet = new (host.ownerDocument.defaultView ?? window).CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  const jobs = new Map<string, RenditionJob>();
  const imageOf = (photo: Photo, media: string, file: MediaFile): PreviewImage => {
    const job = previewJob(photo, file);
    if (!job) return { address: `app://media/${media}/view`, width: file.width, height: file.height };
    const address = `app://media/${media}/${job.key}`;
    jobs.set(address, job);
    return { address, width: job.width, height: job.height };
  };
  const partsOf = createPageParts(imageOf);
  // A rendition that nobody needed so far is made when the page asks for it; errors do not bubble, and are caught here.
  const missed = async ({ target }: Event): Promise<void> => {
    if (!(target instanceof Element) || target.localName !== 'img') return;
    const address = target.getAttribute('src') ?? '';
    const job = jobs.get(address);
    if (job && (await make(job))) target.setAttribute('src', `${address}#made`);
  };
  root.addEventListener('error', (event) => void missed(event), true);

  const reader = document.createElement('div');
  reader.className = 'reader';
  const page = document.createElement('div');
  page.className = 'reader-body';
  const article = document.createElement('article');
  const body = document.createElement('div');
  body.className = 'body';
  let [header, footer] = ['', ''];
  const shown = new Map<string, { html: string; nodes: Element[] }>();
  page.append(article);
  article.append(body);
  reader.append(page);
  root.replaceChildren(reader);

  function showEdges(parts: PageParts): void {
    if (parts.header !== header) {
      article.querySelector(':scope > header')?.remove();
      article.prepend(...pageNodes((header = parts.header)));
    }
    if (parts.footer !== footer) {
      article.querySelector(':scope > footer')?.remove();
      article.append(...pageNodes((footer = parts.footer)));
    }
  }

  function nodesOf(id: string, html: string): Element[] {
    const known = shown.get(id);
    if (known?.html === html) return known.nodes;
    const nodes = pageNodes(html);
    shown.set(id, { html, nodes });
    return nodes;
  }

  return {
    show(story) {
      const parts = partsOf(story);
      reader.lang = parts.language;
      reader.dir = parts.direction;
      showEdges(parts);
      // Only what changed is touched: a picture that is moved in the tree would be loaded again.
      let place: Element | null = body.firstElementChild;
      for (const { id, html } of parts.blocks) {
        for (const node of nodesOf(id, html)) {
          if (node === place) place = place.nextElementSibling;
          else body.insertBefore(node, place);
        }
      }
      while (place) {
        const next: Element | null = place.nextElementSibling;
        place.remove();
        place = next;
      }
      const ids = new Set(parts.blocks.map(({ id }) => id));
      for (const id of shown.keys()) if (!ids.has(id)) shown.delete(id);
    },
    look(look) {
      sheet.replaceSync(readerStyle(look));
    },
    find: (block) =>
      block === 'header' ? article.querySelector(':scope > header') : (shown.get(block)?.nodes[0] ?? null),
  };
}
