import { utf8 } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import type { Difference, Plan } from '../adapter.ts';
import { fieldDifferences, storyDifferences } from '../conflict.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Talk } from '../talk.ts';
import { photosThere } from './photos.ts';
import { termNamed } from './terms.ts';
import { changedFields, fieldsOf, losses, release, type Fields } from './fields.ts';
import { imagesThere, survey, type Survey } from './survey.ts';

/** What the push would do. */
export function* plan(job: PushJob): Talk<Plan> {
  const surveyed = yield* survey(job);
  if (!surveyed.ok) return surveyed;
  const found = surveyed.value;
  const images = imagesThere(found.remote?.content ?? '');
  const uploads: Plan['uploads'] = [];
  const alreadyThere: Plan['alreadyThere'] = [];
  for (const picture of job.pictures) {
    const { photo, name, bytes } = picture;
    const hash = hashInName(picture);
    if (!images.has(hash)) {
      const there = yield* photosThere(job.site, picture);
      if (!there.ok) return there;
      const [first] = there.value;
      if (!first) {
        uploads.push({ photo, name, bytes });
        images.set(hash, { id: 0, url: '' });
        continue;
      }
      images.set(hash, { id: first.id, url: first.source_url });
    }
    alreadyThere.push({ photo, name });
  }
  const tags = job.order.tags.flatMap((name) => termNamed(found.tags, name)?.id ?? []);
  const category = termNamed(found.categories, job.order.category);
  const fields = fieldsOf(job, found, images, { tags, categories: category ? [category.id] : null });
  const newTerms = [...job.order.tags.filter((name) => !termNamed(found.tags, name))];
  if (job.order.category !== '' && !category) newTerms.push(job.order.category);
  const changes = found.post ? changedFields(fields, found.post) : fields;
  const willRelease = found.post ? Object.keys(release(job, found.post)).length > 0 : true;
  const isSame = found.post !== null && Object.keys(changes).length === 0 && !willRelease;
  return ok({
    does: found.post ? (isSame ? 'nothing' : 'update') : 'create',
    post: found.remote,
    uploads,
    alreadyThere,
    newTerms,
    bytes: utf8(JSON.stringify(changes)).length,
    differences: differencesOf(found, fields),
    losses: losses(found.story),
    conflict: found.conflict,
    status: job.order.status,
  });
}

function differencesOf({ remote, there, story, names }: Survey, fields: Fields): Difference[] {
  if (!remote || !there) return [];
  const named = (ids: unknown, old: string[]): string[] =>
    Array.isArray(ids) ? ids.map((id: number) => names.get(id) ?? String(id)) : old;
  const featured = fields['featured_media'];
  const next: RemotePost = {
    ...remote,
    title: story.headline,
    excerpt: String(fields['excerpt']),
    slug: String(fields['slug']),
    tags: named(fields['tags'], remote.tags),
    categories: named(fields['categories'], remote.categories),
    featured: featured === 0 ? '' : String(featured),
  };
  const blocks = storyDifferences(there.story, story).filter(({ part }) => part !== 'headline');
  return [...fieldDifferences(remote, next), ...blocks];
}
