/** What Copydesk uses of SQLite in Electron's Node; the types of the Node that tools run in do not have it yet. */
declare module 'node:sqlite' {
  export type Value = string | number | null;

  export class Statement {
    run(...values: Value[]): unknown;
    get(...values: Value[]): Record<string, Value> | undefined;
    all(...values: Value[]): Record<string, Value>[];
  }

  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
}
