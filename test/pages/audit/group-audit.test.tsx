import { expect, test } from 'vitest';

import type { AuditPage, AuditRow } from '../../../src/shared/broker/views';
import { GroupAudit } from '../../../static/audit/group-audit';
import { account, ok, people } from '../answers';
import { show } from '../show';

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

function made(id: string, lender: string): AuditRow {
  return {
    id,
    at: '2026-03-04T15:06:00.000Z',
    action: 'createGroup',
    outcome: 'succeeded',
    caller: account('me'),
    actedAs: account(lender),
  };
}

async function rowsOf(...rows: AuditRow[]) {
  const { screen } = await show(<GroupAudit read={async () => Promise.resolve(ok({ rows }))} groups={[]} />, {
    people,
  });
  await screen.findByText('Sam Siteadmin');
  const [, ...shown] = screen.getAllByRole('row');
  return { screen, texts: shown.map(({ textContent }) => textContent) };
}

test('the one person whose rights were used is named once, above the table', async () => {
  const { screen, texts } = await rowsOf(made('e1', 'sam'), made('e2', 'sam'), made('e3', 'me'));
  screen.getByText('Made as');
  for (const text of texts) expect(text).not.toMatch(/Made as|Sam/);
});

test('where the rights of several people were used, each row names whose', async () => {
  const { texts } = await rowsOf(made('e1', 'sam'), made('e2', 'ada'));
  expect(texts).toEqual([expect.stringMatching(/Made as.*Sam/), expect.stringMatching(/Made as.*Ada/)]);
});
