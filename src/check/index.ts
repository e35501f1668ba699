export { check, countLevels } from './check.ts';
export { LEVELS, type Finding } from './finding.ts';
export { rules } from './rules/index.ts';
export { targetNamed, TARGETS, type Target } from './targets.ts';
export { checkSentence, checkWords } from './words/index.ts';
