export { packagedIds } from '../versions/index.ts';
export { LIMITS } from './limits.ts';
export type { Missing, PackagedHistory, StoryPackage } from './package.ts';
export { readPackage } from './read.ts';
export { writePackage } from './write.ts';
