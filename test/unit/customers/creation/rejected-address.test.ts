// Jira answers 400 to an address that it doesn't take and, on some sites, to one that an account hidden from the app has: no words may rule one of them out.
import { it } from 'vitest';

import { commentLines } from '../../../../src/customers/creation/comment';
import { httpAnswer } from '../../../../src/entry/problem-details';
import type { CustomerResult } from '../../../../src/shared/customers/results';

const result: CustomerResult = { account: { outcome: 'emailRejected' }, project: 'notTried', organizations: [] };

it.for([
  ['the comment of a rule', commentLines(result).join(' ')],
  ['the REST API', httpAnswer({ ok: true, value: result }).body],
] as const)('%s says that the address may be one that a hidden account has', ([, words], { expect }) => {
  expect(words).toContain('didn’t accept');
  expect(words).toContain('or hides the account that has it');
});
