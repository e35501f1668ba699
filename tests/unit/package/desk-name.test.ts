import { expect, it } from 'vitest';
import { deskName } from '../../../src/package/index.ts';

it.each([
  ['Nước lên nhanh', 'Lan', 3, '2026-11-24 Nước lên nhanh – Lan – v3.story'],
  ['Nước lên: 3/4 xã "ngập"?', 'Lan <lan@dai>', 1, '2026-11-24 Nước lên 3 4 xã ngập – Lan lan@dai – v1.story'],
  ['CON', 'aux. ', 1, '2026-11-24 CON – aux – v1.story'],
  ['', '', 1, '2026-11-24 v1.story'],
  ['..\\..\\x\u202egnp.exe\0', '|*', 1, '2026-11-24 .. .. x gnp.exe – v1.story'],
  ['a – b', 'c', 2, '2026-11-24 a b – c – v2.story'],
])('%j by %j is a name that every system takes', (headline, person, version, name) => {
  expect(deskName('2026-11-24', headline, person, version)).toBe(name);
});

it('a long one stays within what disks and synchronisers allow, and is cut between letters', () => {
  const name = deskName('2026-11-24', 'Nghiêng ngả '.repeat(40).normalize('NFD'), '👩‍👩‍👧‍👦'.repeat(30), 12);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(160);
  expect(name).toMatch(/^2026-11-24 Nghiêng ngả .+ – v12\.story$/u);
  expect(name.isWellFormed()).toBe(true);
});
