// How rough a world is. Each seed draws its own: some worlds have no faults but a busy site, others hardly anything but faults.
import { oneOf } from '../choices';
import type { Choices } from '../choices';

/** Weights of what is drawn; those of faults and kills are per mille of the calls that are drawn. */
export interface Temper {
  faults: number;
  /** Calls that are performed in one step and answered in another. */
  held: number;
  kills: number;
  begins: number;
  changes: number;
  /** Changes in 1,000 that mend what earlier ones broke, and of the others those that spare the people without whom hardly anything goes on. */
  mends: number;
  time: number;
  /** Functions that are under way at once, at most, before no actor begins anything more. */
  busy: number;
}

/** Draws the temper of a world. */
export function drawTemper(choices: Choices): Temper {
  function draw(values: readonly number[]): number {
    return oneOf(choices, values) ?? 0;
  }

  return {
    faults: draw([0, 3, 10, 40]),
    held: draw([0, 50, 300]),
    kills: draw([0, 1, 4]),
    begins: draw([2, 6, 12]),
    changes: draw([0, 1, 4]),
    mends: draw([850, 750, 750, 250]),
    time: draw([1, 4, 10]),
    busy: draw([1, 3, 8]),
  };
}
