// The folder named by `npm start -- --data`: `state.json`, always whole, and the lock of the one process that writes it.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { lockFile } from './lock';

export interface DataFolder {
  file: string;
  /** Content of `state.json`; undefined if there was none. */
  text: string | undefined;
  /** Replaces `state.json` atomically: a process or machine that dies leaves the old one or the new one. One call at a time. */
  write: (text: string) => Promise<void>;
  close: () => void;
}

/** Reports a folder that can't be used. The message is a sentence for the person who named it. */
export class UnusableFolder extends Error {
  override name = 'UnusableFolder';
}

/** Makes, locks and reads the folder; `reset` first moves its state aside. Rejects with UnusableFolder. */
export async function openDataFolder(folder: string, { reset = false } = {}): Promise<DataFolder> {
  const file = join(folder, 'state.json');
  try {
    await mkdir(folder, { recursive: true });
    const close = lockFile(join(folder, 'lock'));
    if (close === undefined) {
      throw new UnusableFolder(`Another sandbox keeps its state in ${folder}. End that one, or name another folder.`);
    }
    if (reset) await moveAside(folder, file);
    return { file, text: await readIfThere(file), write: async (text) => replace(file, text), close };
  } catch (thrown) {
    if (thrown instanceof UnusableFolder) throw thrown;
    throw new UnusableFolder(`${folder} can't be used as a folder for data: ${reasonOf(thrown)}.`, { cause: thrown });
  }
}

/** Renames the state that was there, so that it isn't lost. */
async function moveAside(folder: string, file: string): Promise<void> {
  const name = `state-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await rename(file, join(folder, name)).catch(unlessMissing);
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(unlessMissing);
}

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { flush: true });
  await rename(`${file}.new`, file);
}

/** Returns the reason of a failed system call, such as "EEXIST: file already exists, mkdir '…'". */
function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
