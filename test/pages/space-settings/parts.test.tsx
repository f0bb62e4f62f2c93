import { Button, Text } from '@forge/react';
import { useState } from 'react';
import { expect, test } from 'vitest';

import type { AuditPage, AuditRow } from '../../../src/shared/broker/views';
import type { PersonOutcome } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { GroupAudit } from '../../../static/audit/group-audit';
import { useCall } from '../../../static/hooks/use-call';
import { PersonOutcomes } from '../../../static/space-settings/groups/person-outcomes';
import { SpaceSettings } from '../../../static/space-settings/page';
import { show } from '../show';
import { account, no, ok, people, serve } from './answers';

const OUTCOMES: readonly [PersonOutcome['outcome'], Partial<PersonOutcome>, RegExp][] = [
  ['added', {}, /^Added\.$/],
  ['alreadyMember', {}, /^Was a member already\.$/],
  ['removed', {}, /^Removed\.$/],
  ['memberNow', {}, /^They’re a member now; we don’t know whether by this request\.$/],
  ['notMemberNow', {}, /^They aren’t a member now; we don’t know whether by this request\.$/],
  [
    'refused',
    { reason: 'PRIVILEGED_USER_STAYS' },
    /^Not changed\. This is the privileged user.*Ask a site administrator\.$/,
  ],
  [
    'refused',
    { reason: 'PRIVILEGED_USER_NOT_ADDED' },
    /^Not changed\. This is the privileged user.*take them out again.*Ask a site administrator\.$/,
  ],
  ['failed', { code: 'ATLASSIAN_REFUSED' }, /^Not changed\. Atlassian did not let.*Ask a Confluence administrator\.$/],
  ['unknown', {}, /^Not known yet: Confluence’s answer was lost/],
  ['notAttempted', {}, /^Not tried\. Try again\.$/],
];

test.each(OUTCOMES)('a person for whom the outcome is %s reads so', async (outcome, more, text) => {
  const result = { people: [{ accountId: account('ada'), outcome, ...more }] };
  const { screen } = await show(<PersonOutcomes result={result} done="added" />, { people });
  expect(await screen.findByText(text)).toBeDefined();
});

test('an answer that a later call has overtaken is dropped', async () => {
  const waiting = new Map<string, (value: Result<string>) => void>();
  function Reader() {
    const [key, setKey] = useState('first');
    const { value } = useCall(async () => new Promise<Result<string>>((resolve) => waiting.set(key, resolve)), key);
    return (
      <>
        <Text>{value ?? 'nothing yet'}</Text>
        <Button onClick={() => setKey('second')}>Read the second</Button>
      </>
    );
  }
  const { screen, user } = await show(<Reader />);
  await user.click(await screen.findByRole('button', { name: 'Read the second' }));
  await expect.poll(() => waiting.size).toBe(2);
  waiting.get('second')?.(ok('the second'));
  await screen.findByText('the second');
  waiting.get('first')?.(ok('the first'));
  await user.click(screen.getByRole('button', { name: 'Read the second' }));
  expect(screen.getByText('the second')).toBeDefined();
});

test('a person who is refused is not asked to try again', async () => {
  const { screen } = await show(<SpaceSettings />, {
    invoke: serve({ openSpaceSettings: () => no({ code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' }) }),
  });
  await screen.findByText('You can’t use this page');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('an answer that is none reads as no answer', async () => {
  const { screen } = await show(<SpaceSettings />, { invoke: () => undefined });
  expect(await screen.findByText('The app gives no answer')).toBeDefined();
});

test('an entry of the app itself, and words that this version does not know, are shown all the same', async () => {
  const page: AuditPage = {
    rows: [
      {
        id: 'e1',
        at: '2026-03-04T15:06:00.000Z',
        action: 'inventedLater',
        outcome: 'failed',
        code: 'ALSO_NEW',
      } as unknown as AuditRow,
    ],
  };
  const { screen } = await show(<GroupAudit read={async () => Promise.resolve(ok(page))} groups={[]} />);
  const row = await screen.findByRole('row', { name: /The app itself/ });
  expect(row.textContent).toMatch(/inventedLater.*Failed.*ALSO_NEW/);
});

test('times are written in the zone and language of the reader', async () => {
  const page: AuditPage = {
    rows: [{ id: 'e1', at: '2026-03-04T23:06:00.000Z', action: 'createGroup', outcome: 'succeeded' }],
  };
  const { screen } = await show(<GroupAudit read={async () => Promise.resolve(ok(page))} groups={[]} />, {
    context: { locale: 'en_GB', timezone: 'Europe/Berlin' },
  });
  expect(await screen.findByText(/5 Mar 2026, 00:06 (CET|GMT\+1)/)).toBeDefined();
});
