import { now } from '../../src/base/dates.ts';
import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import type { LibraryAction } from '../../src/ipc/calls/stories.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import { createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { duplicateOf, storyFromTemplate, storyLike } from '../../src/story/template.ts';
import type { Library } from '../services/library.ts';
import type { HouseTemplate } from '../services/templates.ts';

type StoryCalls =
  | 'stories.list'
  | 'stories.find'
  | 'stories.act'
  | 'stories.create'
  | 'stories.open'
  | 'stories.change'
  | 'stories.close';

export function storyHandlers(library: Library, templates: readonly HouseTemplate[]): Pick<Handlers, StoryCalls> {
  return {
    'stories.list': (asked) => library.list(asked?.isBinned),
    'stories.find': ({ text, show }) => library.find(text, show),
    'stories.act': (action) => act(library, action),
    'stories.create': async ({ language, from }) => {
      const story = await begin(library, templates, language, from);
      return story.ok ? library.create(story.value) : story;
    },
    'stories.open': ({ id }) => library.open(id),
    'stories.change': ({ id, seq, change, caret }) => library.change(id, seq, change, caret),
    'stories.close': async ({ id }) => {
      await library.close(id);
      return ok(null);
    },
  };
}

/** The new story: empty, of a house template, or like another one. */
async function begin(
  library: Library,
  templates: readonly HouseTemplate[],
  language: string,
  from: string | undefined,
): Promise<Result<Story>> {
  if (from === undefined) return ok(createStory({ language }));
  const house = templates.find(({ key }) => key === from);
  if (house) return ok(storyFromTemplate(house.template, house.language));
  if (!/^[a-z0-9]{8,40}$/.test(from)) return fail('drafts.missing', 'no such template', { story: from });
  const like = await library.read(from);
  return like.ok ? ok(storyLike(like.value.story)) : like;
}

async function act(library: Library, action: LibraryAction): Promise<Result<CallOutput<'stories.act'>>> {
  switch (action.do) {
    case 'pin':
      return done(library, action.ids, await library.place(action.ids, { isPinned: action.isPinned }));
    case 'bin':
      return done(library, action.ids, await library.place(action.ids, { binnedAt: now() }));
    case 'restore':
      return done(library, action.ids, await library.place(action.ids, { binnedAt: null }));
    case 'delete':
      return done(library, action.ids, await library.place(action.ids, 'gone'));
    case 'duplicate': {
      const read = await library.read(action.id);
      if (!read.ok) return read;
      const created = await library.create(duplicateOf(read.value.story, action.headline));
      return created.ok ? ok({ stories: [created.value], failures: [] }) : created;
    }
  }
}

function done(
  library: Library,
  ids: readonly string[],
  failed: readonly { id: string; failure: Failure }[],
): Result<CallOutput<'stories.act'>> {
  const failures: Notice[] = failed.map(({ failure: { code, about } }) => ({ code, about }));
  return ok({ stories: library.rows(ids), failures });
}
