import { about } from './about.tsx';
import { approval } from './approval.tsx';
import { checks } from './checks.tsx';
import { desk } from './desk.tsx';
import { house } from './house.tsx';
import { language } from './language.tsx';
import { look } from './look.tsx';
import type { SettingsSection } from './section.ts';
import { sites } from './sites.tsx';
import { you } from './you.tsx';

/** The sections of the settings, in the order of the list at the left. */
export const settingsSections: readonly SettingsSection[] = [
  you,
  look,
  desk,
  sites,
  house,
  checks,
  approval,
  language,
  about,
];
