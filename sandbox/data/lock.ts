// One process per folder. SQLite locks a file as the operating system does: a process that ends, however it ends, holds nothing any more.
// https://www.sqlite.org/lockingv3.html
import { DatabaseSync } from 'node:sqlite';

/** Locks a file, which is made if need be and stays empty. Returns what gives it free; undefined if another process holds it. */
export function lockFile(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file);
  try {
    // Nothing is ever written: no file is needed for a journal.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => {
      database.close();
    };
  } catch (thrown) {
    database.close();
    if (isBusy(thrown)) return undefined;
    throw thrown;
  }
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === BUSY;
}
