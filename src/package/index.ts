export { packagedIds } from '../versions/index.ts';
export { LIMITS } from './limits.ts';
export { readPackage, type StoryPackage } from './read.ts';
export { writePackage } from './write.ts';
