import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import type { SiteGroupRow } from '../../../../src/shared/groups/views';
import { GroupId, SpaceId } from '../../../../src/shared/ids';
import { no, ok } from '../../answers';
import { pressIn } from '../../people';
import { aRecord } from '../answers';
import { openTab } from '../open';

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

test('an orphan is transferred to a space that is picked; what is wrong with it is said at the field', async () => {
  const engineering = { id: SpaceId.parse('20'), key: 'ENG', name: 'Engineering' };
  const personal = { id: SpaceId.parse('30'), key: '~ben', name: 'Ben Builder' };
  const { screen, user, payloads } = await openGroups([orphan], {
    findSpaces: ({ text }) => ok({ spaces: text.startsWith('E') ? [engineering] : [personal], more: false }),
    transferGroup: ({ spaceKey }) =>
      spaceKey === '20'
        ? ok(aRecord())
        : no({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey', message: 'Personal spaces are off.' }] }),
  });
  await pressIn(user, /old-writers/, 'Transfer');
  const dialog = within(await screen.findByRole('dialog', { name: /Transfer old-writers/ }));
  const field = { name: 'Other space' };
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  await dialog.findByText('Pick a space first.');
  await user.type(dialog.getByRole('combobox', field), 'Ben');
  await user.click(await dialog.findByRole('option', { name: 'Ben Builder (~ben)' }));
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  await dialog.findByText('Personal spaces are off.');
  await user.type(dialog.getByRole('combobox', field), 'Eng');
  await user.click(await dialog.findByRole('option', { name: 'Engineering (ENG)' }));
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(payloads('transferGroup').at(-1)).toEqual({ groupId: 'g-old', spaceKey: '20' });
});

test('a transfer doesn’t offer the space that the group already belongs to', async () => {
  const itsOwn = { id: SpaceId.parse('100'), key: 'DEMO', name: 'Demo space' };
  const engineering = { id: SpaceId.parse('20'), key: 'ENG', name: 'Engineering demo' };
  const { screen, user } = await openGroups([aRecord()], {
    findSpaces: () => ok({ spaces: [itsOwn, engineering], more: false }),
  });
  await pressIn(user, /demo-writers/, 'Transfer');
  const dialog = within(await screen.findByRole('dialog', { name: /Transfer demo-writers/ }));
  const field = dialog.getByRole('combobox', { name: 'Other space' });
  await user.type(field, 'demo');
  await dialog.findByRole('option', { name: 'Engineering demo (ENG)' });
  expect(dialog.queryByRole('option', { name: 'Demo space (DEMO)' })).toBeNull();
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
