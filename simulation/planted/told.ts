// What is told of planted faults.
import type { Invariant } from '../oracle/invariant';
import type { Outcome } from '../report/outcome';
import type { Found } from '../simulate';
import type { Fault } from './faults';

export interface Told {
  fault: Fault;
  seconds: number;
  steps: number;
  /** The world that found it, if one did. */
  seed?: number;
  seen?: Seen;
  /** Broke with the sound app in the same world: nothing, or it isn't the fault that is found. */
  inSound?: readonly Found[];
}

interface Seen extends Found {
  /** Broke before it, if that is something else. */
  before?: string;
}

/** Returns what an invariant found in a world. */
export function seenBy({ name }: Invariant, { found }: Pick<Outcome, 'found'>): Seen | undefined {
  const own = found.find(({ invariant }) => invariant === name);
  const [first = own] = found;
  return own && { ...own, ...(first !== undefined && first.invariant !== name && { before: first.invariant }) };
}

/** Tells whether a fault wasn't found, or something is found without it, too. */
export function wasMissed({ seen, inSound = [] }: Told): boolean {
  return seen === undefined || inSound.length > 0;
}

/** Writes the table: a heading, and a line for each fault. */
export function tableOf(told: readonly Told[]): string[] {
  return ['fault', ...told]
    .map((one) => (typeof one === 'string' ? ['fault', 'seed', 'steps', 'seconds', 'found by'] : cellsOf(one)))
    .map(([name = '', seed = '', steps = '', seconds = '', by = '']) =>
      [name.padEnd(24), seed.padStart(5), steps.padStart(8), seconds.padStart(8), ` ${by}`].join(' '),
    );
}

function cellsOf({ fault, seconds, steps, seed, seen, inSound = [] }: Told): string[] {
  const [without] = inSound;
  const before = seen?.before === undefined ? '' : `, after "${seen.before}"`;
  const by =
    seen === undefined ? `not found, though expected by "${fault.expects.name}"` : `${seen.invariant}${before}`;
  const isSound = without === undefined ? '' : ` — but so without the fault: ${without.invariant}: ${without.what}`;
  return [fault.name, String(seed ?? '—'), String(steps), seconds.toFixed(0), `${by}${isSound}`];
}
