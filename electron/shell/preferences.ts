import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Notice } from '../../src/ipc/calls/app.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../src/settings/schema.ts';
import type { Home } from './home.ts';
import { mendPreferences } from './preferences-file.ts';
import type { WindowPlace } from './window-place.ts';

const NAME = 'preferences';
/** Choices that come in a row, as while a window is dragged, are written once, after so many milliseconds. */
const COLLECT = 400;

/** A person's choices and the window's place, kept in `preferences.json` of the data folder. Never a story, never a secret. */
export interface Preferences {
  notices: Notice[];
  settings: () => Settings;
  choose: (choices: Partial<Settings>) => Settings;
  /** As the file has it, unchecked. */
  windowPlace: () => unknown;
  setWindowPlace: (place: WindowPlace) => void;
  /** Writes what is not written yet. */
  flush: () => void;
}

interface Kept {
  settings?: unknown;
  windowPlace?: unknown;
}

/** Where the choices are written to. */
interface Shelf {
  read: () => Kept;
  write: (kept: Kept) => void;
}

/** For a data folder that cannot be written: choices last until the program ends. */
const memory: Shelf = { read: () => ({}), write: () => undefined };

/**
 * Opens the preferences of a data folder. Its notice, where the file was damaged, is `settings.restored` (an earlier
 * copy is in its place) or `settings.recovered` (the usual choices are); both name the damaged `file`, which is kept.
 *
 * @param onTrouble hears why choices could not be written; they last until the program ends all the same
 */
export function openPreferences(
  { folder, trouble }: Home,
  onTrouble: (what: string, error: unknown) => void,
): Preferences {
  if (trouble) return createPreferences(memory, [], onTrouble);
  const file = join(folder, `${NAME}.json`);
  const found = mendPreferences(file);
  const about = { file: `${file}.broken` };
  const notices: Notice[] =
    found === 'restored'
      ? [{ code: 'settings.restored', about }]
      : found === 'broken'
        ? [{ code: 'settings.recovered', about }]
        : [];
  const store = new ElectronStore<Record<string, unknown>>({
    name: NAME,
    cwd: folder,
    accessPropertiesByDotNotation: false,
  });
  const shelf: Shelf = {
    read: () => store.store,
    write: (kept) => {
      store.store = { ...kept };
    },
  };
  return createPreferences(shelf, notices, onTrouble);
}

function createPreferences(
  shelf: Shelf,
  notices: Notice[],
  onTrouble: (what: string, error: unknown) => void,
): Preferences {
  const kept = shelf.read();
  let settings = readSettings(kept.settings);
  let windowPlace = kept.windowPlace;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    try {
      shelf.write({ ...kept, settings, windowPlace });
    } catch (error) {
      onTrouble('preferences not written', error);
    }
  }
  function later(): void {
    timer ??= setTimeout(flush, COLLECT);
  }

  return {
    notices,
    settings: () => settings,
    choose: (choices) => {
      settings = { ...settings, ...choices };
      later();
      return settings;
    },
    windowPlace: () => windowPlace,
    setWindowPlace: (place) => {
      windowPlace = place;
      later();
    },
    flush,
  };
}

/** Each choice by itself, so that one that makes no sense (or is a newer Copydesk's) does not take the others with it. */
function readSettings(value: unknown): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  if (typeof value !== 'object' || value === null) return defaultSettings;
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const choice = schema.safeParse((value as Record<string, unknown>)[name]);
    if (choice.success) settings[name] = choice.data;
  }
  return settingsSchema.parse(settings);
}
