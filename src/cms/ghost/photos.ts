import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import type { Photo } from '../../story/schema.ts';
import { photoName } from '../photo-name.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { Site } from '../site.ts';
import type { Call, Talk } from '../talk.ts';
import { errorOf, get, read, refusal } from './calls.ts';

const imagesSchema = z.object({ images: z.array(z.object({ url: z.string() })).min(1) });

/** Where Ghost's own storage puts a file of this name: by the month in which it came. */
function* there({ site, createdAt, confirmedAt }: PushJob, name: string): Talk<string | null> {
  const front = site.api.replace(/ghost\/api\/admin\/$/, '');
  const months = [createdAt, confirmedAt].map((at) => new Date(at).toISOString().slice(0, 7).replace('-', '/'));
  for (const month of new Set(months)) {
    const url = `${front}content/images/${month}/${name}`;
    const call: Call = {
      name: 'find-photo',
      about: name,
      method: 'HEAD',
      url,
      headers: {},
      body: null,
      writes: false,
      expects: 'any',
    };
    const reply = yield call;
    if (reply.status === 200 && (reply.headers['content-type'] ?? '').startsWith('image/')) return ok(url);
  }
  return ok(null);
}

function upload(site: Site, picture: PushPicture, name: string): Call {
  return {
    ...get(site, 'upload-photo', 'images/upload/'),
    about: picture.name,
    method: 'POST',
    body: {
      kind: 'picture',
      sha256: picture.sha256,
      bytes: picture.bytes,
      form: { fields: { purpose: 'image', ref: picture.sha256 }, file: { field: 'file', name, type: picture.type } },
    },
    writes: true,
    timeout: 30_000 + Math.ceil(picture.bytes / 10),
  };
}

/** The picture on the site: the one that is there under its name, or a new one. */
export function* place(job: PushJob, photo: Photo, picture: PushPicture): Talk<{ url: string; isNew: boolean }> {
  const name = photoName(picture, photo);
  const found = yield* there(job, name);
  if (!found.ok) return found;
  if (found.value !== null) return ok({ url: found.value, isNew: false });
  const reply = yield upload(job.site, picture, name);
  const { message } = errorOf(reply);
  const about = { photo: picture.name };
  if (reply.status === 413)
    return fail('push.too-large', message, { ...about, megabytes: Math.ceil(picture.bytes / 1024 / 1024) });
  if (reply.status === 415) return fail('push.wrong-kind', message, about);
  if (reply.status === 400) return fail('push.damaged-picture', message, about);
  if (reply.status >= 400) return refusal(reply);
  const sent = read(reply, imagesSchema);
  if (!sent.ok) return sent;
  return ok({ url: sent.value.images[0]?.url ?? '', isNew: true });
}
