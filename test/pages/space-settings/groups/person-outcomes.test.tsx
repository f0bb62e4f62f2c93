import { expect, test } from 'vitest';

import type { PersonOutcome } from '../../../../src/shared/groups/views';
import { PersonOutcomes } from '../../../../static/space-settings/groups/person-outcomes';
import { account, people } from '../../answers';
import { show } from '../../show';

const OUTCOMES: readonly [PersonOutcome['outcome'], Partial<PersonOutcome>, RegExp][] = [
  ['added', {}, /^Added\.$/],
  ['alreadyMember', {}, /^Was already a member\.$/],
  ['removed', {}, /^Removed\.$/],
  ['memberNow', {}, /^They’re a member now; it isn’t known whether because of this request\.$/],
  ['notMemberNow', {}, /^They aren’t a member now; it isn’t known whether because of this request\.$/],
  ['refused', { reason: 'PRIVILEGED_USER_STAYS' }, /^Not changed\. This is the privileged user.*Ask a site admin\.$/],
  [
    'refused',
    { reason: 'PRIVILEGED_USER_NOT_ADDED' },
    /^Not changed\. This is the privileged user.*take them out again.*Ask a site admin\.$/,
  ],
  [
    'failed',
    { code: 'ATLASSIAN_REFUSED' },
    /^Not changed\. Atlassian didn’t let.*Ask a Confluence administrator to look at the checks in this app’s settings\.$/,
  ],
  ['unknown', {}, /^Not known yet: Confluence’s answer was lost/],
  ['notAttempted', {}, /^Not tried\. Try again\.$/],
];

test.each(OUTCOMES)('a person for whom the outcome is %s reads so', async (outcome, more, text) => {
  const result = { people: [{ accountId: account('ada'), outcome, ...more }] };
  const { screen } = await show(<PersonOutcomes result={result} done="added" />, { people });
  expect(await screen.findByText(text)).toBeDefined();
});
