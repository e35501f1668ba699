import { afterEach, expect, it } from 'vitest';
import { runNode } from './engines.ts';
import { buildHouse, removeHouse } from './house.ts';

let house: string;
afterEach(() => removeHouse(house));

it('passes a sound house and says what looked at it', async () => {
  house = buildHouse();
  const { code, stdout } = await runNode(house, ['.config/check.js', 'depcruise']);
  expect(stdout).toMatch(/^passed {2}depcruise/m);
  expect(code).toBe(0);
}, 60_000);

it('fails for a broken layer, names the engine and the rule, and says what to do instead', async () => {
  house = buildHouse({ 'src/story/pages.ts': "export { readFileSync } from 'node:fs';\n" });
  const { code, stdout } = await runNode(house, ['.config/check.js', 'depcruise']);
  expect(stdout).toContain('src-without-node: src/story/pages.ts');
  expect(stdout).toContain('electron/services do the work');
  expect(stdout).toMatch(/^FAILED {2}depcruise/m);
  expect(code).toBe(1);
}, 60_000);

it('refuses a check that it does not know', async () => {
  house = buildHouse();
  const { code, stderr } = await runNode(house, ['.config/check.js', 'spelling']);
  expect(stderr).toContain('No such check: spelling');
  expect(code).toBe(2);
});
