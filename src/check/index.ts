export { check, countLevels, type CheckOptions } from './check.ts';
export { LEVELS, type CheckedField, type Finding, type Level, type Place } from './finding.ts';
export { defaultHouseChecks, houseChecksSchema, type HouseChecks } from './house.ts';
export type { OpenMark } from './input.ts';
export { rules } from './rules/index.ts';
export { targetNamed, TARGETS, type Target } from './targets.ts';
export { checkSentence, checkWords, type CheckWords } from './words/index.ts';
