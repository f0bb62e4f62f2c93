import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import type { Candidate, SiteGroupRow } from '../../../../src/shared/groups/views';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import { no, ok } from '../../answers';
import { pressIn } from '../../people';
import { aRecord } from '../answers';
import { openTab } from '../open';

function aCandidate(name: string, more: Partial<Candidate> = {}): Candidate {
  return {
    groupId: GroupId.parse(`g-${name}`),
    groupName: `demo-${name}`,
    space: { id: SpaceId.parse('100'), key: 'DEMO', name: 'Demo space' },
    grantsProductAccess: false,
    ...more,
  };
}

const { space: _gone, ...orphan } = aRecord({ groupId: GroupId.parse('g-old'), groupName: 'old-writers' });

async function openGroups(groups: SiteGroupRow[], api: Partial<GlobalSettingsApi> = {}) {
  return openTab('Groups', {
    listGroupRecords: () => ok({ groups, siteAdminUntil: '2026-01-08T11:00:00.000Z' }),
    ...api,
  });
}

test('lists groups by space, and flags those whose space is gone', async () => {
  const { screen } = await openGroups([aRecord(), orphan]);
  const row = await screen.findByRole('row', { name: /demo-writers/ });
  expect(row.textContent).toMatch(/Demo space.*DEMO.*demo-writers.*Created.*Deleting allowed/);
  within(screen.getByRole('row', { name: /old-writers/ })).getByText('Space lost');
  expect(screen.getByText('Some groups lost their space')).toBeDefined();
});

test('no groups yet: says where they come from', async () => {
  const { screen } = await openGroups([]);
  await screen.findByRole('heading', { level: 3, name: 'No groups yet' });
  expect(screen.queryByText('Some groups lost their space')).toBeNull();
});

test('releasing a group is confirmed, and says that the group itself stays', async () => {
  const { screen, user, payloads } = await openGroups([aRecord(), orphan], {
    releaseGroup: () => ok({ released: true }),
  });
  await pressIn(user, /old-writers/, 'Stop managing');
  const dialog = within(await screen.findByRole('dialog', { name: /Stop managing old-writers/ }));
  dialog.getByText(/The group, its members and permissions stay/);
  expect(payloads('releaseGroup')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Stop managing' }));
  await expect.poll(() => screen.queryByRole('row', { name: /old-writers/ })).toBeNull();
  expect(payloads('releaseGroup')).toEqual([{ groupId: 'g-old' }]);
  expect(payloads('listGroupRecords')).toHaveLength(1);
});

test('an orphan is transferred to a space by its key; a wrong key is said at the field', async () => {
  const { screen, user, payloads } = await openGroups([orphan], {
    transferGroup: ({ spaceKey }) =>
      spaceKey === 'ENG'
        ? ok(aRecord())
        : no({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey', message: 'Enter a space key, such as DEMO.' }] }),
  });
  await pressIn(user, /old-writers/, 'Transfer');
  const dialog = within(await screen.findByRole('dialog', { name: /Transfer old-writers/ }));
  const field = dialog.getByLabelText('Key or ID of the other space');
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  await dialog.findByText('Enter the key or the ID of a space.');
  await user.type(field, '!');
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  await dialog.findByText('Enter a space key, such as DEMO.');
  await user.clear(field);
  await user.type(field, 'ENG{Enter}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(payloads('transferGroup').at(-1)).toEqual({ groupId: 'g-old', spaceKey: 'ENG' });
});

test('deleting an adopted group can be allowed and forbidden; a created one offers neither', async () => {
  const adopted = aRecord({
    groupId: GroupId.parse('g-a'),
    groupName: 'demo-adopted',
    origin: 'adopted',
    deletable: false,
  });
  const { screen, user, payloads } = await openGroups([aRecord(), adopted], {
    setGroupDeletable: ({ deletable }) => ok({ ...adopted, deletable }),
  });
  await pressIn(user, /demo-adopted/, 'Allow deleting');
  await screen.findByRole('button', { name: 'Forbid deleting' });
  await pressIn(user, /demo-adopted/, 'Forbid deleting');
  await screen.findByRole('button', { name: 'Allow deleting' });
  expect(payloads('setGroupDeletable')).toEqual([
    { groupId: 'g-a', deletable: true },
    { groupId: 'g-a', deletable: false },
  ]);
  const created = within(screen.getByRole('row', { name: /demo-writers/ }));
  expect(created.queryByRole('button', { name: /deleting/ })).toBeNull();
});

const find = { name: 'Find groups that match the pattern' };

test('candidates are searched on demand only; adopting one says what the app can’t see', async () => {
  const { screen, user, payloads } = await openGroups([], {
    findCandidates: () => ok({ candidates: [aCandidate('editors'), aCandidate('authors')] }),
    adoptGroups: ({ groups }) =>
      ok({ groups: groups.map(({ groupId }) => ({ groupId: GroupId.parse(groupId), outcome: 'adopted' as const })) }),
  });
  await screen.findByRole('button', find);
  expect(payloads('findCandidates')).toEqual([]);
  await user.click(screen.getByRole('button', find));
  await pressIn(user, /demo-editors/, 'Take over');
  const dialog = within(await screen.findByRole('dialog', { name: /Take over demo-editors for space DEMO/ }));
  dialog.getByText(/this app can’t see what that is there/);
  await user.click(dialog.getByRole('button', { name: 'Take over' }));
  await screen.findByText('1 of 1 taken over');
  expect(payloads('adoptGroups')).toEqual([
    { groups: [{ groupId: 'g-editors', spaceId: '100', acknowledgeProductAccess: false }] },
  ]);
  expect(screen.queryByRole('row', { name: /demo-editors/ })).toBeNull();
  expect(screen.getByRole('row', { name: /demo-authors/ })).toBeDefined();
  await expect.poll(() => payloads('listGroupRecords')).toHaveLength(2);
});

test('a group that gives product access is adopted only with consent', async () => {
  const { screen, user, payloads } = await openGroups([], {
    findCandidates: () => ok({ candidates: [aCandidate('users', { grantsProductAccess: true })] }),
    adoptGroups: () => ok({ groups: [{ groupId: GroupId.parse('g-users'), outcome: 'adopted' }] }),
  });
  await user.click(await screen.findByRole('button', find));
  await pressIn(user, /demo-users/, 'Take over');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Take over' }));
  await dialog.findByText('Confirm this to go on.');
  expect(payloads('adoptGroups')).toEqual([]);
  await user.click(dialog.getByRole('checkbox', { name: 'I know that membership gives product access' }));
  await user.click(dialog.getByRole('button', { name: 'Take over' }));
  await screen.findByText('1 of 1 taken over');
  expect(payloads('adoptGroups')).toEqual([
    { groups: [{ groupId: 'g-users', spaceId: '100', acknowledgeProductAccess: true }] },
  ]);
});

test('consent counts for the groups that give product access, and for no other', async () => {
  const { screen, user, payloads } = await openGroups([], {
    findCandidates: () =>
      ok({ candidates: [aCandidate('users', { grantsProductAccess: true }), aCandidate('editors')] }),
    adoptGroups: () => no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }),
  });
  await user.click(await screen.findByRole('button', find));
  await user.click(await screen.findByRole('button', { name: 'Take over all on this page' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Take over 2 groups?' }));
  await user.click(dialog.getByRole('checkbox', { name: 'I know that membership gives product access' }));
  await user.click(dialog.getByRole('button', { name: 'Take over' }));
  await dialog.findByText(/It’s not known yet whether it took effect/);
  expect(payloads('adoptGroups')).toEqual([
    {
      groups: [
        { groupId: 'g-users', spaceId: '100', acknowledgeProductAccess: true },
        { groupId: 'g-editors', spaceId: '100', acknowledgeProductAccess: false },
      ],
    },
  ]);
});

test('all on the page are adopted at once, without those that give product access, in calls of 25', async () => {
  const many = Array.from({ length: 26 }, (_, index) => aCandidate(`n${String(index)}`));
  const { screen, user, payloads } = await openGroups([], {
    findCandidates: () => ok({ candidates: [aCandidate('users', { grantsProductAccess: true }), ...many] }),
    adoptGroups: ({ groups }) =>
      ok({
        groups: groups.map(({ groupId }) =>
          groupId === 'g-n0'
            ? { groupId: GroupId.parse(groupId), outcome: 'refused' as const, reason: 'GROUP_BLOCKED' as const }
            : { groupId: GroupId.parse(groupId), outcome: 'adopted' as const },
        ),
      }),
  });
  await user.click(await screen.findByRole('button', find));
  await user.click(await screen.findByRole('button', { name: 'Take over all on this page' }));
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Take over 27 groups?' })).getByRole('button', {
      name: 'Take over',
    }),
  );
  await screen.findByText('25 of 26 taken over');
  screen.getByText(/demo-n0: Not taken over\. This group is on the block list of this app/);
  const calls = payloads('adoptGroups') as { groups: { groupId: string }[] }[];
  expect(calls.map(({ groups }) => groups.length)).toEqual([25, 1]);
  expect(calls.flatMap(({ groups }) => groups).some(({ groupId }) => groupId === 'g-users')).toBe(false);
});

test('a site with more spaces than were searched for changed keys says so', async () => {
  const { screen, user } = await openGroups([], {
    findCandidates: () => ok({ candidates: [aCandidate('editors')], changedKeysAmong: 250 }),
  });
  await user.click(await screen.findByRole('button', find));
  const text = await screen.findByText(/groups named after the new key may be missing/);
  expect(text.textContent).toMatch(/only 250 spaces were searched for changed keys/);
});

test('a stretch without candidates offers to search on', async () => {
  const { screen, user, payloads } = await openGroups([], {
    findCandidates: ({ start }) => ok({ candidates: [], ...(start === 0 ? { nextStart: 200 } : {}) }),
  });
  await user.click(await screen.findByRole('button', find));
  await user.click(await screen.findByRole('button', { name: 'Continue searching' }));
  await screen.findByText('No other group matches the pattern.');
  expect(payloads('findCandidates')).toEqual([{ start: 0 }, { start: 200 }]);
});

test('the audit can be filtered by the spaces and groups on record', async () => {
  const { screen, user, payloads } = await openTab('Audit', {
    listGroupRecords: () => ok({ groups: [aRecord()] }),
    readAudit: () => ok({ rows: [] }),
  });
  await user.click(await screen.findByRole('combobox', { name: 'Space' }));
  await user.click(await screen.findByRole('option', { name: 'DEMO' }));
  await user.click(screen.getByRole('combobox', { name: 'Group' }));
  await user.click(await screen.findByRole('option', { name: 'demo-writers' }));
  await expect.poll(() => payloads('readAudit').at(-1)).toEqual({ filter: { spaceId: '100', groupId: 'g-writers' } });
});
