import type { ChangeWhy } from '../../src/shared/groups/changes';
import { ENDED, WAITS } from '../../src/shared/words/changes';
import { FAILURES } from '../../src/shared/words/failures';
import { isForbiddenReason, REASONS } from '../../src/shared/words/reasons';
import { failureLine } from './failure-text';
import { isKeyOf } from './is-key-of';

/** Says what a change waits for. */
export function waitText(why: ChangeWhy | undefined): string {
  return why !== undefined && isKeyOf(WAITS, why) ? WAITS[why] : WAITS.other;
}

/** Says why a change stopped; undefined if it didn't. */
export function stopText(why: ChangeWhy | undefined): string | undefined {
  if (why === undefined) return undefined;
  if (why === 'PLAN_LAPSED' || why === 'TOO_LONG' || why === 'NOT_SPACE_ADMIN') return ENDED[why];
  if (isForbiddenReason(why)) return `${REASONS[why].why} ${REASONS[why].help}`;
  return isKeyOf(FAILURES, why) ? failureLine(why as Parameters<typeof failureLine>[0]) : WAITS.other;
}
