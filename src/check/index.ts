export { check, countLevels, heed } from './check.ts';
export { LEVELS, type Finding, type Level, type Place } from './finding.ts';
export { defaultHouseChecks, houseChecksSchema, type HouseChecks } from './house.ts';
export { rules } from './rules/index.ts';
export { targetNamed, TARGETS, type Target } from './targets.ts';
export { checkSentence, checkWords } from './words/index.ts';
