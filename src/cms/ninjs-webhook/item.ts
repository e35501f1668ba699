import { cleanData } from '../../export/clean.ts';
import { ninjsItem } from '../../export/ninjs/index.ts';
import { leavingStory } from '../../export/printed.ts';
import { exportWords } from '../../export/words.ts';
import { extensionOf, type PictureFile } from '../../export/pictures.ts';
import type { PushJob } from '../push/job.ts';

/** The name under which a picture is delivered, and by which the item names it. */
export const pictureName = ({ sha256, type }: { sha256: string; type: string }): string =>
  `media/${sha256}.${extensionOf({ type })}`;

const STATUS = {
  published: 'usable',
  scheduled: 'usable',
  draft: 'withheld',
  pending: 'withheld',
  unpublished: 'canceled',
} as const;

/**
 * The story as a ninjs 3.1 item, as JSON text: the same job always gives the same bytes. `pubStatus` is `usable`, `withheld` for
 * a draft, `canceled` for what is taken back; a schedule is `embargoedUntil`. `altIds` name the story and the delivery that
 * this one follows, none for the first.
 */
export function itemText({ story, pictures, order, base }: PushJob): string {
  const files = new Map(
    pictures.map((picture): [string, PictureFile] => {
      // The item tells how long a file is; its bytes go apart.
      const bytes = { length: picture.bytes } as Uint8Array;
      return [picture.photo, { ...picture, bytes, path: pictureName(picture) }];
    }),
  );
  const leaving = leavingStory({
    ...story,
    standfirst: order.excerpt || story.standfirst,
    section: order.category || story.section,
    keywords: order.tags,
    leadPhoto: order.featured ?? story.leadPhoto,
    embargo: order.status === 'scheduled' ? order.at : story.embargo,
  });
  const input = { story: leaving, media: () => undefined, words: exportWords(story.language) };
  const item = ninjsItem(input, {
    // A push sends each photo once, as it is shown everywhere.
    cutFiles: [],
    cut: () => [],
    files: [...files.values()],
    of: ({ id }) => [files.get(id)].filter((file) => file !== undefined),
  });
  // The export's stamp is of a file; here the signature proves the bytes.
  const altIds = [
    { role: 'copydesk-story', value: story.id },
    ...(base ? [{ role: 'copydesk-after', value: base.post.revision }] : []),
  ];
  return JSON.stringify(cleanData({ ...item, pubStatus: STATUS[order.status], altIds }));
}
