// What a world aims at: one operation, whose calls meet everything that can befall them, and whose functions end in every way.
import { happens } from '../choices';
import type { Choices } from '../choices';
import type { Ending } from '../oracle/ending';
import type { Call } from '../oracle/history';
import type { Temper } from './temper';

/** Says what is to befall a call, and how its function is to end. */
export interface Goal {
  readonly stroke: string;
  readonly ending: Ending;
}

/** Says what is to befall which call. */
export interface Fate extends Goal {
  readonly call: number;
}

export interface Aim {
  /** None: the world aims at nothing. */
  readonly operationId?: string;
  /** Those that are aimed at one after the other, and again from the first. */
  readonly goals: readonly Goal[];
  /** Decided for functions that are under way, by their ids. */
  readonly fates: Map<number, Fate>;
  /** Cases in 1,000 in which a call of the operation is aimed at: rarely means that a later one of a function is. */
  readonly often: number;
  /** The place of the next goal; counted on behind the last one, where the first follows. */
  next: number;
}

/** Creates the aim of a world that has none. */
export function aimless(): Aim {
  return { goals: [], fates: new Map(), often: 0, next: 0 };
}

/** Returns the temper of a world that aims at something: much is begun, and little else goes wrong. */
export function temperFor({ operationId }: Aim, temper: Temper): Temper {
  if (operationId === undefined) return temper;
  const few = {
    faults: Math.min(temper.faults, 3),
    kills: 0,
    changes: Math.min(temper.changes, 1),
    mends: 850,
    busy: 3,
  };
  // Nobody but a weekly schedule reports accounts: people would only be in its way.
  return { ...temper, ...few, begins: operationId === '/app/report-accounts' ? 0.5 : 12, time: 1 };
}

/** Decides what is to befall this call, if anything special is. */
export function fateFor(aim: Aim, { id, operationId, invocation }: Call, choices: Choices): Fate | undefined {
  if (operationId !== aim.operationId || aim.fates.has(invocation) || !happens(choices, aim.often)) return undefined;
  const goal = aim.goals[aim.next % aim.goals.length];
  if (goal === undefined) return undefined;
  aim.next += 1;
  const fate = { stroke: goal.stroke, ending: goal.ending, call: id };
  aim.fates.set(invocation, fate);
  return fate;
}
