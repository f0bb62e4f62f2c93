// Keeps a sandbox's state in a folder, so that it survives a restart.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { restoreState, stateText } from './kept-state';
import type { Sandbox } from './sandbox';

const AFTER_MS = 500;

/** Keeps what was there under another name. */
const moveAside = async (folder: string, file: string): Promise<void> => {
  const name = `state-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await rename(file, join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
};

const isRead = (request: Request): boolean => request.method === 'GET';

/** Loads what the folder holds, and saves soon after each change. Throws if it holds something else; `reset` moves that aside first. */
export const keepIn = async (folder: string, sandbox: Sandbox, seed: string, reset = false) => {
  const file = join(folder, 'state.json');
  await mkdir(folder, { recursive: true });
  if (reset) await moveAside(folder, file);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) restoreState(sandbox, seed, text);

  let saving = Promise.resolve();
  /** One after the other; the file is always whole. */
  const save = async (): Promise<void> => {
    saving = saving.then(async () => {
      await writeFile(`${file}.new`, stateText(sandbox, seed));
      await rename(`${file}.new`, file);
    });
    return saving;
  };
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch((error: unknown) => console.error(error)), AFTER_MS);
  };
  const kept: Sandbox = {
    ...sandbox,
    fetch: async (request) => sandbox.fetch(request).finally(isRead(request) ? undefined : saveSoon),
    invoke: async (invocation) => sandbox.invoke(invocation).finally(saveSoon),
  };
  return { kept, save };
};
