import { useId } from 'react';
import { storySummarySchema, type StorySummary } from '../../../src/ipc/calls/stories.ts';
import { noFilters, SINCES, SORTS, type Filters, type Sort } from '../../state/finder.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { valuesOf } from './arrange.ts';

/** Narrows the list and orders it: a button for each, and a chip for every filter that is on. */
export function FilterBar({ stories }: { stories: readonly StorySummary[] }) {
  const words = useWords().library;
  const { finder } = useRoom();
  const filters = useStore(finder.filters);
  const id = useId();
  const chips = useChips(filters);
  return (
    <>
      <div className="library-tools">
        <button
          type="button"
          className="icon-button"
          aria-label={words.filters.label}
          title={words.filters.label}
          popoverTarget={id}
        >
          <Icon name="filter" />
        </button>
        <div id={id} className="library-filters" popover="auto" role="group" aria-label={words.filters.label}>
          <FilterForm stories={stories} filters={filters} />
        </div>
        <SortMenu />
      </div>
      {chips.length > 0 && (
        <div className="library-chips">
          {chips.map(({ key, label, without }) => (
            <button
              key={key}
              type="button"
              className="chip"
              aria-label={fill(words.filters.without, { filter: label })}
              onClick={() => {
                finder.filters.set({ ...filters, ...without });
              }}
            >
              <span>{label}</span>
              <Icon name="close" />
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function SortMenu() {
  const words = useWords().library.sort;
  const { finder } = useRoom();
  const sort = useStore(finder.sort);
  const isFinding = useStore(finder.search, ({ ids }) => ids !== null);
  const usual: Sort | null = isFinding ? null : 'changed';
  const orders: (Sort | null)[] = isFinding ? [null, ...SORTS] : [...SORTS];
  return (
    <Menu
      label={words.label}
      icon="sort"
      isIconOnly
      groups={[
        {
          key: 'sort',
          label: words.label,
          items: orders.map((order) => ({
            key: order ?? 'match',
            label: words.by[order ?? 'match'],
            isChosen: (sort ?? usual) === order,
            choose: () => {
              finder.sort.set(order === usual ? null : order);
            },
          })),
        },
      ]}
    />
  );
}

function FilterForm({ stories, filters }: { stories: readonly StorySummary[]; filters: Filters }) {
  const words = useWords().library;
  const language = useLanguage();
  const { finder, preferences } = useRoom();
  const name = useStore(preferences.settings, ({ person }) => person.name);
  const set = (change: Partial<Filters>): void => {
    finder.filters.set({ ...filters, ...change });
  };
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const plain = (value: string): [string, string] => [value, value];
  return (
    <>
      <Choice
        label={words.filters.state}
        value={filters.state}
        choices={storySummarySchema.shape.state.options.map((state) => [state, words.states[state]])}
        onValue={(state) => {
          set({ state });
        }}
      />
      <Choice
        label={words.filters.section}
        value={filters.section}
        choices={valuesOf(stories, ({ section }) => [section], language).map(plain)}
        onValue={(section) => {
          set({ section });
        }}
      />
      <Choice
        label={words.filters.author}
        value={filters.author}
        choices={valuesOf(stories, ({ authors }) => authors, language).map(plain)}
        onValue={(author) => {
          set({ author });
        }}
      />
      <Choice
        label={words.filters.language}
        value={filters.language}
        choices={valuesOf(stories, (story) => [story.language], language).map((tag) => [tag, names.of(tag) ?? tag])}
        onValue={(tag) => {
          set({ language: tag });
        }}
      />
      <Choice
        label={words.filters.since}
        value={filters.since}
        choices={SINCES.map((since) => [since, words.filters.sinces[since]])}
        onValue={(since) => {
          set({ since });
        }}
      />
      {name !== '' && (
        <label className="library-check">
          <input
            type="checkbox"
            checked={filters.isFor !== null}
            onChange={(event) => {
              set({ isFor: event.currentTarget.checked ? name : null });
            }}
          />
          <span>{words.filters.forMe}</span>
        </label>
      )}
      <label className="library-check">
        <input
          type="checkbox"
          checked={filters.isDueToday}
          onChange={(event) => {
            set({ isDueToday: event.currentTarget.checked });
          }}
        />
        <span>{words.filters.dueToday}</span>
      </label>
      <label className="library-check">
        <input
          type="checkbox"
          checked={filters.hasComments}
          onChange={(event) => {
            set({ hasComments: event.currentTarget.checked });
          }}
        />
        <span>{words.filters.hasComments}</span>
      </label>
      <button
        type="button"
        className="button"
        data-kind="outline"
        onClick={() => {
          finder.filters.set(noFilters);
        }}
      >
        {words.filters.clear}
      </button>
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T | null;
  choices: readonly (readonly [T, string])[];
  onValue: (value: T | null) => void;
}

function Choice<T extends string>({ label, value, choices, onValue }: ChoiceProps<T>) {
  const id = useId();
  const words = useWords().library.filters;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => {
          onValue(choices.find(([choice]) => choice === event.currentTarget.value)?.[0] ?? null);
        }}
      >
        <option value="">{words.any}</option>
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

/** The filters that are on, each with what the list is without it. */
function useChips(filters: Filters): { key: string; label: string; without: Partial<Filters> }[] {
  const words = useWords().library;
  const language = useLanguage();
  const { state, section, author, language: tag, since, hasComments, isFor, isDueToday } = filters;
  return [
    state !== null && { key: 'state', label: words.states[state], without: { state: null } },
    section !== null && { key: 'section', label: section, without: { section: null } },
    author !== null && { key: 'author', label: author, without: { author: null } },
    tag !== null && {
      key: 'language',
      label: new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag,
      without: { language: null },
    },
    since !== null && { key: 'since', label: words.filters.sinces[since], without: { since: null } },
    isFor !== null && { key: 'for', label: words.filters.forMe, without: { isFor: null } },
    isDueToday && { key: 'due', label: words.filters.dueToday, without: { isDueToday: false } },
    hasComments && { key: 'comments', label: words.filters.hasComments, without: { hasComments: false } },
  ].filter((chip) => chip !== false);
}
