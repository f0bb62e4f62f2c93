// Keeps a sandbox's state in a folder, so that it survives a restart.
import type { Clock } from '../contract/clock';
import type { Sandbox } from '../sandbox';
import { UnusableFolder } from './folder';
import type { DataFolder } from './folder';
import { restoreState, stateText } from './kept-state';
import { createSaver } from './saver';

interface Parts {
  folder: DataFolder;
  sandbox: Sandbox;
  /** Names the site that the state belongs to. */
  seed: string;
  /** Receives a sentence when saving begins to fail, and one when it works again. */
  tell: (sentence: string) => void;
  /** The computer's clock by default. */
  clock?: Clock;
}

/**
 * Loads what the folder holds, and saves after each change.
 *
 * Returns a function that saves at once and resolves with false on failure. Throws UnusableFolder if the folder holds something else; the
 * file and the sandbox are then as they were.
 */
export function keepIn({ folder, sandbox, seed, tell, clock = { now: () => Date.now() } }: Parts) {
  if (folder.text !== undefined) restore(folder, folder.text, sandbox, seed);
  const saver = createSaver({ clock, save: async () => folder.write(stateText(sandbox, seed)), tell });
  sandbox.onChange(saver.changed);
  return { save: saver.flush };
}

function restore({ file }: DataFolder, text: string, sandbox: Sandbox, seed: string): void {
  try {
    restoreState(sandbox, seed, text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UnusableFolder(
      `${file} can't be used, and stays as it is. ${reason}\nTo begin anew, add --reset: it moves state.json aside.`,
      { cause: thrown },
    );
  }
}
