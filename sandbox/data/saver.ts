// Decides when changes are saved: soon, however many come, and again after a failure.
import type { Clock } from '../contract/clock';
import { pause } from '../pause';

interface Parts {
  clock: Clock;
  /** Writes the whole current state. */
  save: () => Promise<void>;
  /** Receives a sentence when saving begins to fail, and one when it works again. */
  tell: (sentence: string) => void;
}

/** Delay from a change to its save, which includes all changes made meanwhile. */
const AFTER_MS = 250;
/** Delay from a failed save to the next try. */
const AGAIN_AFTER_MS = 1000;

/** Creates a saver: it saves a quarter of a second after a change, or as soon as the save in progress is done, and retries after a failure. */
export function createSaver({ clock, save, tell }: Parts) {
  let dueAt: number | undefined;
  let isWaiting = false;
  let isFailing = false;
  let saved = Promise.resolve(true);

  function changed(): void {
    dueAt ??= clock.now() + AFTER_MS;
    if (!isWaiting) void saveWhenDue();
  }

  async function saveWhenDue(): Promise<void> {
    isWaiting = true;
    while (dueAt !== undefined) {
      if (clock.now() < dueAt) await pause(clock, dueAt - clock.now());
      else await attempt();
    }
    isWaiting = false;
  }

  async function attempt(): Promise<boolean> {
    saved = saved.then(saveNow);
    return saved;
  }

  async function saveNow(): Promise<boolean> {
    dueAt = undefined;
    try {
      await save();
      if (isFailing) tell('Saving works again: everything is kept.');
      isFailing = false;
      return true;
    } catch (thrown) {
      dueAt = clock.now() + AGAIN_AFTER_MS;
      if (!isFailing) tell(failureSentence(thrown));
      isFailing = true;
      return false;
    }
  }

  return {
    changed,
    /** Saves now; resolves with false on failure. */
    flush: attempt,
  };
}

function failureSentence(thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `What changed could not be saved: ${reason}. It is tried again every second; until then changes are in memory only.`;
}
