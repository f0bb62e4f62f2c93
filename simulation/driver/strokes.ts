// What befell a call of the platform.
import type { Call, Invocation } from '../oracle/history';
import { FAULT_NAMES } from './faults';

/** Lists the ways in which the function that sent a call can end meanwhile: mostly because it is killed. */
export const CUT_OFF: readonly string[] = [
  'cut off before it arrived',
  'cut off after its effect',
  'cut off before its answer was seen',
  'cut off, effect late',
];

/** Ends of a call by the app itself, whose patience was over. */
export const ABORTED = 'ended by the app';

/** Returns everything that can befall a call of a kind. */
export function strokesOf(kind: Call['kind']): readonly string[] {
  return ['none', ...FAULT_NAMES[kind], ABORTED, ...CUT_OFF];
}

/** Returns what befell a call. */
export function strokeOf({ fault, answer, performed }: Call, { end }: Invocation): string {
  if (fault !== undefined) return fault;
  if (answer !== undefined) return 'why' in answer && answer.why === 'aborted' ? ABORTED : 'none';
  if (end === undefined) return 'none';
  const [beforeItArrived = '', afterItsEffect = '', beforeItsAnswer = '', late = ''] = CUT_OFF;
  if (performed === undefined) return beforeItArrived;
  if (performed.step === end.step) return afterItsEffect;
  return performed.step < end.step ? beforeItsAnswer : late;
}
