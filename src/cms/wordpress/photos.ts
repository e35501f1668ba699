import { fitting } from '../../base/text.ts';
import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import { exportWords } from '../../export/words.ts';
import { plainText } from '../../story/runs.ts';
import type { Photo, Story } from '../../story/schema.ts';
import { hashInName, photoName } from '../photo-name.ts';
import type { PushPicture } from '../push/job.ts';
import type { Site } from '../site.ts';
import type { Call, Reply, Talk } from '../talk.ts';
import { captionHtml, type SiteImage } from './blocks.ts';
import { errorOf, get, post, read, refusal, route } from './calls.ts';

const mediaSchema = z.object({
  id: z.int(),
  source_url: z.string(),
  alt_text: z.string().default(''),
  caption: z.object({ raw: z.string().optional(), rendered: z.string().optional() }).default({}),
  missing_image_sizes: z.array(z.string()).default([]),
});
const listSchema = z.array(mediaSchema);
type Media = z.infer<typeof mediaSchema>;

const FIELDS = 'id,source_url,alt_text,caption,missing_image_sizes';

/** The copies of the picture in the site's library, oldest first. */
export function* photosThere(site: Site, picture: PushPicture): Talk<Media[]> {
  const hash = hashInName(picture);
  const query = { search: hash, context: 'edit', per_page: 20, orderby: 'id', order: 'asc', _fields: FIELDS };
  const found = read(yield get(site, 'find-photo', 'wp/v2/media', query, picture.name), listSchema, 'upload');
  if (!found.ok) return found;
  return ok(found.value.filter(({ source_url: url }) => url.includes(hash)));
}

/** A picture's upload as raw bytes, which PHP's own limits on forms do not touch. */
function upload(site: Site, picture: PushPicture, photo: Photo): Call {
  return {
    name: 'upload-photo',
    about: picture.name,
    method: 'POST',
    url: route(site, 'wp/v2/media'),
    headers: {
      accept: 'application/json',
      'content-type': picture.type,
      'content-disposition': `attachment; filename="${photoName(picture, photo)}"`,
    },
    body: { kind: 'picture', sha256: picture.sha256, bytes: picture.bytes },
    writes: true,
    expects: 'json',
    hears: [
      { status: 500, header: 'x-wp-upload-attachment-id' },
      { status: 500, body: 'rest_upload_' },
    ],
    // A slow line sends some ten kilobytes a second.
    timeout: 30_000 + Math.ceil(picture.bytes / 10),
  };
}

function uploadRefusal(
  reply: Reply,
  { name, bytes }: PushPicture,
): { ok: false; failure: { code: string; detail: string } } {
  const { code, message } = errorOf(reply);
  const detail = `HTTP ${reply.status} ${code}: ${message}`;
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  const isTooLarge =
    reply.status === 413 ||
    /too_big|limited_space|quota/.test(code) ||
    /upload_max_filesize|post_max_size/.test(message);
  if (isTooLarge) return fail('push.too-large', detail, { photo: name, megabytes });
  if (/sideload_error|not_supported|no_content_disposition/.test(code))
    return fail('push.wrong-kind', detail, { photo: name });
  if (/no_data|hash_mismatch/.test(code)) return fail('push.damaged-picture', detail, { photo: name });
  return refusal(reply, 'upload');
}

/** Makes the sizes that a cut or crashed upload left unmade. */
function* finish(site: Site, id: number, about: string): Talk<Media> {
  const fields = { action: 'create-image-subsizes' };
  return read(yield post(site, 'finish-photo', `wp/v2/media/${id}/post-process`, fields, about), mediaSchema, 'upload');
}

function* send(site: Site, picture: PushPicture, photo: Photo): Talk<Media> {
  const reply = yield upload(site, picture, photo);
  const half = Number(reply.headers['x-wp-upload-attachment-id'] ?? 0);
  if (reply.status >= 500 && half > 0) return yield* finish(site, half, picture.name);
  if (reply.status >= 400) return uploadRefusal(reply, picture);
  return read(reply, mediaSchema, 'upload');
}

/** A photo's picture on the site, and whether it had to be sent. */
export interface Placed {
  image: SiteImage;
  isNew: boolean;
}

/**
 * The picture in the site's library: the copy that is there, finished where it was half made, or a new one. Its caption,
 * credit and alt text go to the library too. Of two copies that crossed on the way the later is removed.
 */
export function* place(site: Site, story: Story, photo: Photo, picture: PushPicture): Talk<Placed> {
  const there = yield* photosThere(site, picture);
  if (!there.ok) return there;
  let [media] = there.value;
  const isNew = media === undefined;
  if (media === undefined) {
    const sent = yield* send(site, picture, photo);
    if (!sent.ok) return sent;
    media = sent.value;
    // An earlier try that seemed lost may have arrived meanwhile.
    const again = yield* photosThere(site, picture);
    if (!again.ok) return again;
    const [oldest] = again.value;
    if (oldest && oldest.id !== media.id) {
      yield {
        ...get(site, 'remove-photo', `wp/v2/media/${media.id}`, { force: 'true' }, picture.name),
        method: 'DELETE',
        writes: true,
        expects: 'any',
      };
      media = oldest;
    }
  } else if (media.missing_image_sizes.length > 0) {
    const finished = yield* finish(site, media.id, picture.name);
    if (finished.ok) media = finished.value;
  }
  const caption = captionHtml(photo, { words: exportWords(story.language) });
  const alt = photo.decorative ? '' : photo.alt.replace(/\s+/g, ' ').trim();
  // What a picture says that is there for another story is that story's; only what nobody described yet is ours to say.
  if (isNew || (alt !== '' && media.alt_text === '')) {
    const fields = { alt_text: alt, caption, title: fitting(plainText(photo.caption), 120) || picture.name };
    const reply = yield post(site, 'describe-photo', `wp/v2/media/${media.id}`, fields, picture.name);
    // A colleague's copy may not be ours to describe; the post's own caption says it all the same.
    if (reply.status >= 400 && reply.status !== 403) return refusal(reply, 'upload');
  }
  return ok({ image: { id: media.id, url: media.source_url }, isNew });
}
