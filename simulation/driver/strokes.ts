// What befell a call of the platform.
import type { Call, Invocation } from '../oracle/history';
import { FAULT_NAMES } from './faults';

/** Names the ways in which the function that sent a call can end meanwhile: mostly because it is killed. */
export const CUT_OFF = {
  beforeArrival: 'cut off before it arrived',
  afterEffect: 'cut off after its effect',
  beforeAnswer: 'cut off before its answer was seen',
  beforeEffect: 'cut off, effect late',
} as const;

/** Ends of a call by the app itself, whose patience was over. */
export const ABORTED = 'ended by the app';

/** Returns everything that can befall a call of a kind. */
export function strokesOf(kind: Call['kind']): readonly string[] {
  return ['none', ...FAULT_NAMES[kind], ABORTED, ...Object.values(CUT_OFF)];
}

/** Tells whether a function ended while its call was under way. */
export function isCutOff(stroke: string): boolean {
  return Object.values<string>(CUT_OFF).includes(stroke);
}

/** Returns what befell a call. */
export function strokeOf({ fault, answer, performed }: Call, { end }: Invocation): string {
  if (fault !== undefined) return fault;
  if (answer !== undefined) return 'why' in answer && answer.why === 'aborted' ? ABORTED : 'none';
  if (end === undefined) return 'none';
  if (performed === undefined) return CUT_OFF.beforeArrival;
  if (performed.step === end.step) return CUT_OFF.afterEffect;
  return performed.step < end.step ? CUT_OFF.beforeAnswer : CUT_OFF.beforeEffect;
}
