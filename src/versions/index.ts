export { isBigDeletion } from './big-deletion.ts';
export { contentHash, headOf, packagedIds, storedStory } from './content.ts';
export { lastCommon, lineageOf } from './lineage.ts';
export { broughtBack, changeInto } from './restore.ts';
export { isForEver, thin } from './thin.ts';
export {
  keptVersionSchema,
  VERSION_KINDS,
  versionHashSchema,
  versionSchema,
  type KeptVersion,
  type Version,
  type VersionKind,
} from './version.ts';
