// When nothing more happens by itself.
import { nextTurn } from '../deterministic/real';

/** Turns of the event loop in which code that goes on makes its next call, if it makes any. */
const TURNS = 2;

/** Resolves once two turns passed without a new call. `count` tells how many there were. */
export async function untilIdle(count: () => number, between: () => Promise<void> = nextTurn): Promise<void> {
  for (let before = -1; before !== count();) {
    before = count();
    for (let turn = 0; turn < TURNS; turn += 1) await between();
  }
}
