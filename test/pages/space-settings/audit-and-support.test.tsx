import { expect, test } from 'vitest';

import type { AuditRow } from '../../../src/shared/broker/views';
import type { SpaceSettingsApi } from '../../../src/shared/groups/api';
import { GroupId } from '../../../src/shared/ids';
import { SpaceSettings } from '../../../static/space-settings/page';
import { account, no, ok, people } from '../answers';
import { choose, pick } from '../people';
import { show } from '../show';
import { aGroup, aSpace, serve } from './answers';

function anEntry(more: Partial<AuditRow> = {}): AuditRow {
  return {
    id: 'e1',
    at: '2026-03-04T15:06:00.000Z',
    caller: account('me'),
    actedAs: account('sam'),
    action: 'addMember',
    groupName: 'demo-writers',
    accountId: account('ada'),
    outcome: 'succeeded',
    ...more,
  };
}

async function openTab(tab: string, api: Partial<SpaceSettingsApi>) {
  const view = await show(<SpaceSettings />, {
    people,
    invoke: serve({ openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] } })), ...api }),
  });
  await view.user.click(await view.screen.findByRole('tab', { name: tab }));
  return { ...view, view };
}

test('an audit entry says when, who, acting as whom, what, to whom, and how it ended', async () => {
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [anEntry()] }) });
  const row = await screen.findByRole('row', { name: /demo-writers/ });
  await screen.findByText('Ada Author');
  screen.getByText('Made as');
  screen.getByText('Sam Siteadmin');
  expect(row.textContent).toMatch(/Mar 4, 2026, 03:06 PM UTC.*Mia Me.*Add to group.*Ada Author.*demo-writers.*Done$/);
});

test('a folded refusal shows its reason and how often it happened', async () => {
  const entry = anEntry({ outcome: 'refused', code: 'GROUP_BLOCKED', count: 7 });
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [entry] }) });
  await screen.findByText('7 times in an hour');
  expect(screen.getByText(/on the block list of this app/)).toBeDefined();
});

test('a refusal speaks of the person who was refused, not to the reader', async () => {
  const entry = anEntry({ outcome: 'refused', code: 'NOT_SPACE_ADMIN' });
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [entry] }) });
  expect(await screen.findByText('Doesn’t administer the space.')).toBeDefined();
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
  await pick(user, 'Person affected', 'Cleo Coder');
  await choose(user, 'Outcome', 'Refused');
  await choose(user, 'Group', 'demo-writers');
  await screen.findByText(/No entries match these filters/);
  const filter = { caller: 'ben', target: 'cleo', outcome: 'refused', groupId: 'g-writers' };
  await expect.poll(() => asked.at(-1)).toEqual({ filter });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(asked.at(-1)).toEqual({ filter: {} });
  expect(screen.queryByText('Ben Builder')).toBeNull();
});

test.each([
  ['a name', 'demo-gone', { groupName: 'demo-gone' }],
  ['an id', '5ba1f4c2-33f0-4f0d-8a51-0c0f3e1c9d10', { groupId: '5ba1f4c2-33f0-4f0d-8a51-0c0f3e1c9d10' }],
] as const)('finds a group that is in no list by %s', async (_what, typed, group) => {
  const asked: unknown[] = [];
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: (payload) => {
      asked.push(payload);
      return ok({ rows: [anEntry()] });
    },
  });
  await choose(user, 'Group', 'demo-writers');
  await user.type(screen.getByLabelText('Group ID or exact name'), ` ${typed} `);
  await user.click(screen.getByRole('button', { name: 'Find' }));
  await expect.poll(() => asked.at(-1)).toEqual({ filter: group });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await expect.poll(() => asked.at(-1)).toEqual({ filter: {} });
});

test('offers the groups that the entries have named so far, and tells two of one name apart', async () => {
  const gone = anEntry({
    id: 'e2',
    groupId: GroupId.parse('old-000001'),
    groupName: 'demo-writers',
    outcome: 'refused',
  });
  const other = anEntry({ id: 'e3', groupId: GroupId.parse('old-000002'), groupName: 'demo-gone' });
  const asked: unknown[] = [];
  const { user } = await openTab('Audit', {
    readSpaceAudit: (payload) => {
      asked.push(payload);
      return ok({ rows: [gone, other] });
    },
  });
  await choose(user, 'Group', 'demo-gone');
  await expect.poll(() => asked.at(-1)).toEqual({ filter: { groupId: 'old-000002' } });
  await choose(user, 'Group', 'demo-writers (…000001)');
  await expect.poll(() => asked.at(-1)).toEqual({ filter: { groupId: 'old-000001' } });
});

test('says that a check failed as expected', async () => {
  const entry = anEntry({ action: 'writeTestCreate', outcome: 'failed', code: 'AS_EXPECTED' });
  const { screen } = await openTab('Audit', { readSpaceAudit: () => ok({ rows: [entry] }) });
  await screen.findByText('Failed as expected');
  expect(screen.getByText('This check tries what Atlassian must refuse.')).toBeDefined();
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
  await screen.findByText(/No entries in this period/);
  await user.click(screen.getByRole('button', { name: 'Older' }));
  expect(await screen.findByText(/Nothing was done with this app yet/)).toBeDefined();
});

test('an audit that can’t be read says so, and can be read again', async () => {
  let isDown = true;
  const { screen, user } = await openTab('Audit', {
    readSpaceAudit: () =>
      isDown ? no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) : ok({ rows: [anEntry()] }),
  });
  await screen.findByText('The app’s storage isn’t responding');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(screen.queryByText('The app’s storage isn’t responding')).toBeNull();
});

test('the support report is there to be copied', async () => {
  const { screen, user } = await openTab('Groups', {
    readSpaceSupport: () => ok({ state: 'lacksPermission', report: 'space-steward 0.1.0\nstate: lacksPermission' }),
  });
  expect(screen.queryByLabelText('Report')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Support report' }));
  const box = await screen.findByLabelText('Report');
  expect(box).toHaveProperty('value', 'space-steward 0.1.0\nstate: lacksPermission');
  expect(box).toHaveProperty('readOnly', true);
  screen.getByText('Privileged user: can’t manage groups.');
  await user.click(screen.getByRole('button', { name: 'Hide support report' }));
  expect(screen.queryByLabelText('Report')).toBeNull();
});
