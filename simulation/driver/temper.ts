// How rough a world is, and what it does most. Each seed draws its own: some worlds have no faults but a busy site, others hardly anything but one fault.
import { drawTaste, oneOf } from '../choices';
import type { Choices, Taste } from '../choices';

/** Weights of what is drawn; those of faults and kills are per mille of the calls that are drawn. */
export interface Temper {
  faults: number;
  /** Calls that fail more often than others. */
  weak: 'nothing' | 'write' | 'kvs' | 'queue';
  /** Calls that are performed in one step and answered in another. */
  held: number;
  kills: number;
  /** Containers that are replaced, or that take turns. */
  containers: number;
  begins: number;
  changes: number;
  /** Changes in 1,000 that mend what earlier ones broke, and of the others those that spare the people without whom hardly anything goes on. */
  mends: number;
  /** Changes in 1,000 that withdraw what is under way. */
  near: number;
  time: number;
  /** Effects that nobody waits for: rare draws let them come long after. */
  late: number;
  /** Functions that are under way at once, at most, before no actor begins anything more. */
  busy: number;
  /** Weighs whatever people do, whatever fails and changes, and how time passes. */
  taste: Taste;
}

/** Draws the temper of a world. */
export function drawTemper(choices: Choices): Temper {
  function draw(values: readonly number[]): number {
    return oneOf(choices, values) ?? 0;
  }

  return {
    faults: draw([0, 3, 10, 40, 120]),
    weak: oneOf(choices, ['nothing', 'nothing', 'write', 'write', 'kvs', 'queue'] as const) ?? 'nothing',
    held: draw([0, 50, 300]),
    kills: draw([0, 1, 4, 16]),
    containers: draw([0, 0.5, 3]),
    begins: draw([2, 6, 12]),
    changes: draw([0, 1, 4, 24, 60]),
    mends: draw([850, 750, 750, 250]),
    near: draw([0, 150, 400]),
    time: draw([1, 4, 10]),
    late: draw([4, 1, 30]),
    busy: draw([1, 3, 8]),
    taste: drawTaste(choices),
  };
}
