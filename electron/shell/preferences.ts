import type { Notice } from '../../src/ipc/calls/app.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../src/settings/schema.ts';
import { composed } from '../../src/story/composed.ts';
import { PreferencesFile, type Kept } from '../services/preferences-file.ts';
import type { Home } from './home.ts';
import type { WindowPlace } from './window-place.ts';

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
  /** Writes what is not written yet; answers when the disk has it. */
  flush: () => Promise<void>;
}

/** Where the choices are written to. */
type Shelf = Pick<PreferencesFile, 'kept' | 'notices' | 'write'>;

/** For a data folder that cannot be written: choices last until the program ends. */
const memory: Shelf = { kept: {}, notices: [], write: () => Promise.resolve() };

/**
 * Opens the preferences of a data folder; for its notices see PreferencesFile.
 *
 * @param onTrouble hears why choices could not be read or written; they last until the program ends all the same
 */
export async function openPreferences(
  { folder, trouble }: Home,
  onTrouble: (what: string, error: unknown) => void,
): Promise<Preferences> {
  if (trouble) return createPreferences(memory, onTrouble);
  try {
    return createPreferences(await PreferencesFile.open(folder), onTrouble);
  } catch (error) {
    onTrouble('preferences not read', error);
    return createPreferences(memory, onTrouble);
  }
}

function createPreferences(shelf: Shelf, onTrouble: (what: string, error: unknown) => void): Preferences {
  const { kept, notices } = shelf;
  let settings = readSettings(kept.settings);
  let windowPlace: Kept['windowPlace'] = kept.windowPlace;
  let timer: NodeJS.Timeout | undefined;
  let written = Promise.resolve();

  function flush(): Promise<void> {
    if (timer === undefined) return written;
    clearTimeout(timer);
    timer = undefined;
    written = shelf.write({ ...kept, settings, windowPlace }).catch((error: unknown) => {
      onTrouble('preferences not written', error);
    });
    return written;
  }
  function later(): void {
    timer ??= setTimeout(() => void flush(), COLLECT);
  }

  return {
    notices,
    settings: () => settings,
    choose: (choices) => {
      settings = { ...settings, ...composed(choices) };
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
