import { expect, test } from 'vitest';

import { commentLines } from '../../../../src/customers/creation/comment';
import type { AccountResult } from '../../../../src/shared/customers/results';

function firstLine(account: AccountResult): string | undefined {
  return commentLines({ account, project: 'notTried', organizations: [] })[0];
}

test('what stopped a request before anything was sent is named, and is not told as the time that ran out', () => {
  expect(firstLine({ outcome: 'notTried' })).toMatch(/the time ran out/);
  const stopped = firstLine({ outcome: 'notTried', why: 'CUSTOMERS_OFF' });
  expect(stopped).toMatch(/stopped before anything was done \(CUSTOMERS_OFF\)/);
  expect(stopped).not.toMatch(/time/);
});

test('why the rules say no is told with its code, to nobody in particular', () => {
  const line = firstLine({ outcome: 'notAllowed', rule: 'AGENT_QUOTA_REACHED' });
  expect(line).toMatch(/daily quota.*\(AGENT_QUOTA_REACHED\)$/);
  expect(line).not.toMatch(/\b[Yy]ou/);
});
