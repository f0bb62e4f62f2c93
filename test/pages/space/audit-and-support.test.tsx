import { expect, test } from 'vitest';

import type { SpaceApi } from '../../../src/shared/api';
import type { AuditRow } from '../../../src/shared/views';
import { SpaceSettings } from '../../../static/space-settings/page';
import { account, aGroup, aSpace, no, ok, people, serve } from './answers';
import { choose, pick } from './people';
import { show } from './show';

const anEntry = (more: Partial<AuditRow> = {}): AuditRow => ({
  id: 'e1',
  at: '2026-03-04T15:06:00.000Z',
  caller: account('me'),
  actedAs: account('sam'),
  action: 'addMember',
  groupName: 'demo-writers',
  accountId: account('ada'),
  outcome: 'succeeded',
  ...more,
});

const openTab = async (tab: string, api: Partial<SpaceApi>) => {
  const view = await show(<SpaceSettings />, {
    people,
    invoke: serve({ openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] } })), ...api }),
  });
  await view.user.click(await view.screen.findByRole('tab', { name: tab }));
  return { ...view, view };
};

test('an audit entry says when, who, acting as whom, what, to whom, and how it ended', async () => {
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [anEntry()] }) });
  const row = await screen.findByRole('row', { name: /demo-writers/ });
  await screen.findByText('Ada Author');
  expect(row.textContent).toMatch(
    /Mar 4, 2026, 03:06 PM UTC.*Mia Me.*Add to group.*Ada Author.*demo-writers.*Done.*with the rights of.*Sam Siteadmin/,
  );
});

test('a folded refusal shows its reason and how often it happened', async () => {
  const entry = anEntry({ outcome: 'refused', code: 'GROUP_BLOCKED', count: 7 });
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [entry] }) });
  await screen.findByText('7 times in an hour');
  expect(screen.getByText(/on the list of groups that nobody may touch/)).toBeDefined();
});

test('a refusal speaks of the person who was refused, not to the reader', async () => {
  const entry = anEntry({ outcome: 'refused', code: 'NOT_SPACE_ADMIN' });
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [entry] }) });
  expect(await screen.findByText('Does not administer the space.')).toBeDefined();
});

test('filters by both people, outcome and group, and clears them all', async () => {
  const asked: unknown[] = [];
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: (payload) => {
      asked.push(payload);
      return ok({ rows: Object.keys(payload.filter).length > 0 ? [] : [anEntry()] });
    },
  });
  await pick(user, 'Who did it', 'Ben Builder');
  await pick(user, 'Person concerned', 'Cleo Coder');
  await choose(user, 'Outcome', 'Refused');
  await choose(user, 'Group', 'demo-writers');
  await screen.findByText(/No entry matches these filters/);
  const filter = { caller: 'ben', target: 'cleo', outcome: 'refused', groupId: 'g-writers' };
  await expect.poll(() => asked.at(-1)).toEqual({ filter });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(asked.at(-1)).toEqual({ filter: {} });
  expect(screen.queryByText('Ben Builder')).toBeNull();
});

test('goes to older entries and back', async () => {
  const asked: unknown[] = [];
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: (payload) => {
      asked.push(payload);
      return payload.before === undefined
        ? ok({ rows: [anEntry()], next: 'p1' })
        : ok({ rows: [anEntry({ id: 'e0', groupName: 'demo-old' })] });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Older' }));
  await screen.findByRole('row', { name: /demo-old/ });
  expect(screen.queryByRole('button', { name: 'Older' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Newer' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(asked).toEqual([{ filter: {} }, { filter: {}, before: 'p1' }, { filter: {} }]);
});

test('an empty audit says what will be here; a stretch without a match says to go on', async () => {
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: ({ before }) => ok(before === undefined ? { rows: [], next: 'p1' } : { rows: [] }),
  });
  await screen.findByText(/No entry in this stretch of time/);
  await user.click(screen.getByRole('button', { name: 'Older' }));
  expect(await screen.findByText(/Nothing has been done with this app yet/)).toBeDefined();
});

test('an audit that can’t be read says so, and can be read again', async () => {
  let isDown = true;
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: () =>
      isDown ? no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) : ok({ rows: [anEntry()] }),
  });
  await screen.findByText('The app’s storage gives no answer');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(screen.queryByText('The app’s storage gives no answer')).toBeNull();
});

test('the support report is there to be copied', async () => {
  const { screen } = await openTab('Support', {
    readSpaceSupport: () => ok({ state: 'lacksPermission', report: 'space-steward 0.1.0\nstate: lacksPermission' }),
  });
  const box = await screen.findByLabelText('Report');
  expect(box).toHaveProperty('value', 'space-steward 0.1.0\nstate: lacksPermission');
  expect(box).toHaveProperty('readOnly', true);
  screen.getByText('Privileged user: may not manage groups.');
});
