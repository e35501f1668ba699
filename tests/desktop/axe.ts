import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run: (where: { exclude: string[][] }) => Promise<AxeResults>;
}

/** Puts axe into the page, for `faults`. The debugger's protocol runs it; the page's own policy would refuse a script from outside. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/** What axe finds wrong on the page as it stands, a line each. */
export async function faults(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    // Lexical hangs an empty element for its menus into the page's body; it is nothing until a menu opens in it.
    const { violations, passes } = await axe.run({ exclude: [['.slash-anchor:empty']] });
    return {
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`),
      passes: passes.length,
    };
  });
  expect(found.passes).toBeGreaterThan(20);
  return found.violations;
}
