export { check, errorsFor } from './check.ts';
export { LEVELS, type Finding, type Place } from './finding.ts';
export { countLevels, heed } from './heed.ts';
export { defaultHouseChecks, readHouseChecks, type HouseChecks } from './house.ts';
export { rules } from './rules/index.ts';
export { targetNamed, TARGETS, type Target } from './targets.ts';
export { checkSentence, checkWords } from './words/index.ts';
