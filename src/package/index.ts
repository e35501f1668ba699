export { deskName } from './desk-name.ts';
export { packagedIds } from '../versions/index.ts';
export { LIMITS, PACKAGE_TYPE } from './limits.ts';
export { commonBase, copyOf, mergedLineage, type Copy } from './lineage.ts';
export type { Glance, PackagedHistory, StoryPackage } from './package.ts';
export { glancePackage, readPackage } from './read.ts';
export { writePackage } from './write.ts';
export { LONGEST_END } from './zip-directory.ts';
