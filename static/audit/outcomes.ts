import type { AuditOutcome } from '../../src/shared/broker/audit-outcome';
import { OUTCOMES } from '../../src/shared/words/audit';

const APPEARANCES = {
  succeeded: 'success',
  unchanged: 'default',
  failed: 'removed',
  refused: 'moved',
  unknown: 'default',
  pending: 'inprogress',
} as const satisfies Record<AuditOutcome, string>;

const KEYS: readonly AuditOutcome[] = ['succeeded', 'unchanged', 'failed', 'refused', 'unknown', 'pending'];

/** Offers the outcomes in a filter. */
export const outcomeOptions = KEYS.map((value) => ({ value, label: OUTCOMES[value] }));

/** Returns the lozenge of an outcome. */
export function outcomeSign(outcome: AuditOutcome) {
  return { appearance: APPEARANCES[outcome], children: OUTCOMES[outcome] };
}
