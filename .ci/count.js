import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts a vitest report: prints "PASSED FAILED". A run that ended badly without a failed test (a file that does not
 * load, a set-up that throws, no report at all) counts as one failure, and so does a run without any test.
 */
const [report = '', code = '1'] = process.argv.slice(2);
const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
const isSilentFailure = numFailedTests === 0 && (code !== '0' || numPassedTests === 0);
console.log(`${numPassedTests} ${isSilentFailure ? 1 : numFailedTests}`);
