import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asNode } from '../../../electron/runtime/run-electron.ts';

const electron = process.env['COPYDESK_ELECTRON'] ?? '';
const inElectron = (script: string): string =>
  execFileSync(electron, ['-e', script], { env: asNode(process.env), encoding: 'utf8' }).trim();

describe('the Electron that was found', () => {
  it('has Node 24 or newer inside', () => {
    expect(Number(inElectron('console.log(process.versions.node.split(".")[0])'))).toBeGreaterThanOrEqual(24);
  });

  it('has SQLite with full-text search, without any native module', () => {
    const found = inElectron(`
      const { DatabaseSync } = require('node:sqlite');
      const library = new DatabaseSync(':memory:');
      library.exec("create virtual table stories using fts5(headline, tokenize = 'unicode61 remove_diacritics 2')");
      library.prepare('insert into stories values (?)').run('Nước lũ dâng cao ở Quảng Trị');
      console.log(library.prepare('select headline from stories where stories match ?').get('quang').headline);
    `);
    expect(found).toBe('Nước lũ dâng cao ở Quảng Trị');
  });

  it('is the one that runs these tests', () => {
    expect(process.execPath).toBe(electron);
  });
});
