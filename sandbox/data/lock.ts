// One process per folder. SQLite uses the operating system's file locks, which end with their process, however it ends.
// https://www.sqlite.org/lockingv3.html
import { DatabaseSync } from 'node:sqlite';

/** Locks a file, creating it if needed; it stays empty. Returns a function that unlocks it; undefined if another process holds the lock. */
export function lockFile(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file);
  try {
    // Nothing is ever written, so the journal needs no file.
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
