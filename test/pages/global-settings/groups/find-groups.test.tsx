import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import { GroupId } from '../../../../src/shared/ids';
import { account, no, ok } from '../../answers';
import { pressIn } from '../../people';
import { aRecord } from '../answers';
import { openTab } from '../open';

const readers = aRecord({ groupId: GroupId.parse('g-readers'), groupName: 'demo-readers' });

async function openGroups(api: Partial<GlobalSettingsApi> = {}) {
  return openTab('Groups', { listGroupRecords: () => ok({ groups: [aRecord(), readers] }), ...api });
}

test('groups are found by the start of their name, and all are a press away', async () => {
  const { screen, user, payloads } = await openGroups({
    findGroupRecords: ({ after }) => ok(after === undefined ? { groups: [readers], next: 'r#1' } : { groups: [] }),
  });
  await screen.findByRole('row', { name: /demo-writers/ });
  await user.type(screen.getByLabelText('Group name'), ' demo-r {Enter}');
  await screen.findByText('Groups whose name starts with “demo-r”');
  await expect.poll(() => screen.queryByRole('row', { name: /demo-writers/ })).toBeNull();
  screen.getByRole('row', { name: /demo-readers/ });
  await user.click(screen.getByRole('button', { name: 'Next groups' }));
  await screen.findByRole('heading', { name: 'No group found' });
  expect(payloads('findGroupRecords')).toEqual([
    { by: 'name', name: 'demo-r' },
    { by: 'name', name: 'demo-r', after: 'r#1' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Show all groups' }));
  await screen.findByRole('row', { name: /demo-writers/ });
  expect(screen.getByLabelText('Group name')).toHaveProperty('value', '');
});

test('an empty search shows all, without a call', async () => {
  const { screen, user, payloads } = await openGroups();
  await screen.findByRole('row', { name: /demo-writers/ });
  await user.click(screen.getByRole('button', { name: 'Find groups' }));
  expect(payloads('findGroupRecords')).toEqual([]);
  expect(payloads('listGroupRecords')).toHaveLength(1);
});

test('a search that fails says so, and can be tried again', async () => {
  let tries = 0;
  const { screen, user } = await openGroups({
    findGroupRecords: () => {
      tries += 1;
      return tries === 1 ? no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) : ok({ groups: [readers] });
    },
  });
  await user.type(await screen.findByLabelText('Group name'), 'demo{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await expect.poll(() => screen.queryByText('The app’s storage isn’t responding')).toBeNull();
});

test('the members of a group are shown page by page, with nothing to change', async () => {
  const { screen, user, payloads } = await openGroups({
    listGroupMembers: ({ start }) =>
      ok({
        accountIds: [account(start === 0 ? 'ada' : 'ben')],
        start,
        total: 26,
        ...(start === 0 ? { nextStart: 25 } : {}),
      }),
  });
  await pressIn(user, /demo-readers/, 'Members');
  const dialog = within(await screen.findByRole('dialog', { name: 'Members of demo-readers' }));
  await dialog.findByText('26 members, as Confluence shows you.');
  await dialog.findByText('Ada Author');
  await user.click(dialog.getByRole('button', { name: 'Next members' }));
  await dialog.findByText('Ben Builder');
  expect(dialog.queryByRole('button', { name: /Remove|Add/ })).toBeNull();
  expect(payloads('listGroupMembers')).toEqual([
    { groupId: 'g-readers', start: 0 },
    { groupId: 'g-readers', start: 25 },
  ]);
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

test('a group without members says so, and members that can’t be read have a way out', async () => {
  let tries = 0;
  const { screen, user } = await openGroups({
    listGroupMembers: () => {
      tries += 1;
      return tries === 1
        ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' })
        : ok({ accountIds: [], start: 0, total: 0 });
    },
  });
  await pressIn(user, /demo-writers/, 'Members');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('button', { name: 'Try again' }));
  expect(await dialog.findByText('Nobody is in this group.')).toBeDefined();
});
