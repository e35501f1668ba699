import type { CheckedField } from './finding.ts';

/** Where a story can go: the export formats and the CMS. */
export const TARGETS = [
  'html',
  'html-fragment',
  'html-single',
  'ninjs',
  'newsml-g2',
  'markdown',
  'docx',
  'pdf',
  'text',
  'rss-item',
  'story',
  'wordpress',
  'ghost',
  'webhook',
] as const;
export type Target = (typeof TARGETS)[number];

/** What is different about a target. */
interface TargetSet {
  /** Rules that have no sense there, by id; one that ends in `.` stands for all of that area. */
  without?: readonly string[];
  /** Fields that this target needs beside the house's. */
  required?: readonly CheckedField[];
  /** Its own limits, in graphemes. Ghost: the columns of its posts table; WordPress: post_name. */
  limits?: Partial<Record<'headline' | 'standfirst' | 'slug', number>>;
}

/** A document that goes on being worked on may hold what a published page may not. */
const WORKING_COPY = ['review.', 'placeholder.', 'photo.to-come'];

const SETS: Partial<Record<Target, TargetSet>> = {
  docx: { without: ['review.'] },
  // A colleague gets the story as it is, to finish it.
  story: { without: [...WORKING_COPY, 'field.', 'photo.', 'link.', 'release.'] },
  // No pictures and no links in a wire text.
  text: { without: ['photo.alt', 'photo.none', 'photo.to-come', 'link.'] },
  'html-fragment': { without: ['photo.none'] },
  'newsml-g2': { required: ['slug'] },
  ninjs: { required: ['slug'] },
  wordpress: { limits: { slug: 200 } },
  ghost: { limits: { headline: 255, standfirst: 300, slug: 191 } },
};

/** What is different about this target; nothing for the story as such. */
export function targetSet(target: Target | null): TargetSet {
  return (target === null ? undefined : SETS[target]) ?? {};
}

/** Whether the rule has no sense for the target. */
export function isWithout(target: Target | null, rule: string): boolean {
  return (targetSet(target).without ?? []).some((name) => (name.endsWith('.') ? rule.startsWith(name) : rule === name));
}

/** The target of that name, or null where there is none. */
export const targetNamed = (name: string): Target | null => TARGETS.find((target) => target === name) ?? null;
