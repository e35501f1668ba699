import type { ComponentType } from 'react';
import type { Words } from '../../words/en/index.ts';

/** One section of the settings: its place in the list at the left, and what it shows. */
export interface SettingsSection {
  /** Names the section for those who open the settings at it (`room.settingsShown.set('you')`). */
  key: string;
  title: (words: Words) => string;
  Panel: ComponentType;
  /** Nothing in it can be worked, only read: the panel itself then takes the keys that scroll. */
  isReadOnly?: boolean;
}
