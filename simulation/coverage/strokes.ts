// What befell a call of the platform.
import { FAULT_NAMES } from '../driver/faults';
import type { Call, Invocation } from '../oracle/history';

/** Lists the ways in which whoever sent a call can be killed meanwhile. */
const KILLS = [
  'killed before it arrived',
  'killed after its effect',
  'killed before its answer was seen',
  'killed, effect late',
] as const;

/** Ends of a call by the app itself, whose patience was over. */
const ABORTED = 'ended by the app';

/** Returns everything that can befall a call of a kind. */
export function strokesOf(kind: Call['kind']): readonly string[] {
  return ['none', ...FAULT_NAMES[kind], ABORTED, ...KILLS];
}

/** Returns what befell a call. */
export function strokeOf({ fault, answer, performed }: Call, { end }: Invocation): string {
  if (fault !== undefined) return fault;
  if (answer !== undefined) return 'why' in answer && answer.why === 'aborted' ? ABORTED : 'none';
  if (end?.how !== 'killed') return performed === undefined ? 'never arrived' : 'none';
  if (performed === undefined) return KILLS[0];
  if (performed.step === end.step) return KILLS[1];
  return performed.step < end.step ? KILLS[2] : KILLS[3];
}
