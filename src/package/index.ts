export { packagedIds } from '../versions/index.ts';
export { LIMITS } from './limits.ts';
export { commonBase, copyOf, mergedLineage, type Copy } from './lineage.ts';
export type { PackagedHistory, StoryPackage } from './package.ts';
export { readPackage } from './read.ts';
export { writePackage } from './write.ts';
