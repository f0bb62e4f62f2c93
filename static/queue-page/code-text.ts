import type { StopCode } from '../../src/shared/customers/results';
import type { ErrorCode } from '../../src/shared/result';
import { FAILURES, WAIT } from '../../src/shared/words/failures';
import { say } from '../../src/shared/words/format';
import { CHANGED_MEANWHILE, WAIT_A_MINUTE } from '../../src/shared/words/queue-page';
import { failureLine } from '../feedback/failure-text';

/** Says why something about one person didn't work, and what to do. A code that isn't a failure is a right or a rule that changed meanwhile. */
export function codeText(code: StopCode, retryAfterSeconds?: number): string {
  if (!isFailure(code)) return CHANGED_MEANWHILE;
  const line = failureLine(code, 'Jira');
  if (code !== 'RATE_LIMITED') return line;
  return `${line} ${retryAfterSeconds === undefined ? WAIT_A_MINUTE : say(WAIT, { n: retryAfterSeconds })}`;
}

function isFailure(code: StopCode): code is ErrorCode {
  return Object.hasOwn(FAILURES, code);
}
