import { useId } from 'react';
import { cmsAdapter } from '../../../src/cms/index.ts';
import type { PostShown } from '../../../src/ipc/calls/sites.ts';
import { plainText } from '../../../src/story/runs.ts';
import type { Story } from '../../../src/story/schema.ts';
import { photosOf } from '../../../src/story/walk.ts';
import type { KnownSite } from '../../state/pushing.ts';
import { useWords } from '../../words/use-words.ts';
import { instantOf, localTime, tagsOf, type PushOrder } from './order.ts';

interface OrderFormProps {
  site: KnownSite;
  story: Story;
  there: PostShown | null;
  order: PushOrder;
  onOrder: (order: PushOrder) => void;
}

/** How the story is to stand at the site. */
export function OrderForm({ site, story, there, order, onOrder }: OrderFormProps) {
  const { push: words, export: exporting } = useWords();
  const id = useId();
  const { canSchedule, canUnpublish, hasPending, hasCategories } = cmsAdapter(site.kind).capabilities;
  const statuses: PushOrder['status'][] = [
    'draft',
    ...(hasPending ? (['pending'] as const) : []),
    ...(canSchedule ? (['scheduled'] as const) : []),
    'published',
    ...(canUnpublish && there ? (['unpublished'] as const) : []),
  ];
  const choose = (choice: Partial<PushOrder>): void => onOrder({ ...order, ...choice });
  const photos = photosOf(story).filter(({ media }) => media !== null);
  return (
    <div className="push-order">
      <div className="push-line">
        <label htmlFor={`${id}-status`}>{words.status}</label>
        <select
          id={`${id}-status`}
          className="input"
          value={order.status}
          onChange={({ currentTarget: { value } }) => choose({ status: value as PushOrder['status'] })}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </div>
      {order.status === 'scheduled' && (
        <div className="push-line">
          <label htmlFor={`${id}-at`}>{words.at}</label>
          <input
            id={`${id}-at`}
            className="input"
            type="datetime-local"
            defaultValue={localTime(order.at)}
            onChange={({ currentTarget: { value } }) => choose({ at: instantOf(value) })}
          />
        </div>
      )}
      {hasCategories && (
        <div className="push-line">
          <label htmlFor={`${id}-category`}>{words.category}</label>
          <input
            id={`${id}-category`}
            className="input"
            defaultValue={order.category}
            maxLength={200}
            onBlur={({ currentTarget: { value } }) => choose({ category: value.trim() })}
          />
        </div>
      )}
      <div className="push-line">
        <label htmlFor={`${id}-tags`}>{words.tags}</label>
        <input
          id={`${id}-tags`}
          className="input"
          defaultValue={order.tags.join(', ')}
          onBlur={({ currentTarget: { value } }) => choose({ tags: tagsOf(value) })}
        />
      </div>
      <div className="push-line">
        <label htmlFor={`${id}-excerpt`}>{words.excerpt}</label>
        <textarea
          id={`${id}-excerpt`}
          className="input"
          rows={2}
          maxLength={5000}
          placeholder={story.standfirst}
          defaultValue={order.excerpt}
          onBlur={({ currentTarget: { value } }) => choose({ excerpt: value.trim() })}
        />
      </div>
      {photos.length > 0 && (
        <div className="push-line">
          <label htmlFor={`${id}-featured`}>{words.featured}</label>
          <select
            id={`${id}-featured`}
            className="input"
            value={order.featured ?? ''}
            onChange={({ currentTarget: { value } }) => choose({ featured: value === '' ? null : value })}
          >
            <option value="">{words.noFeatured}</option>
            {photos.map((photo) => (
              <option key={photo.id} value={photo.id}>
                {(plainText(photo.caption) || photo.alt || (story.media[photo.media ?? '']?.name ?? photo.id)).slice(
                  0,
                  60,
                )}
              </option>
            ))}
          </select>
        </div>
      )}
      {photos.length > 0 && (
        <label className="push-switch">
          <input
            type="checkbox"
            checked={order.keepsCamera === true}
            onChange={({ currentTarget: { checked } }) => choose({ keepsCamera: checked })}
          />
          <span>{exporting.option.camera}</span>
        </label>
      )}
      {there?.status === 'published' && order.status === 'published' && (
        <label className="push-switch">
          <input
            type="checkbox"
            checked={order.isSignificant}
            aria-describedby={`${id}-silent`}
            onChange={({ currentTarget: { checked } }) => choose({ isSignificant: checked })}
          />
          <span>
            {words.significant}
            <small id={`${id}-silent`}>{words.silent}</small>
          </span>
        </label>
      )}
    </div>
  );
}
