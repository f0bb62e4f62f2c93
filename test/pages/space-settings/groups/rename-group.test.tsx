// A group's new name: asked for, or by a group that takes its place.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { aGroupView, anotherGroup } from '../answers';
import { aChange } from '../changes/a-change';
import { openGroup } from './open-group';

const BY = { groupId: anotherGroup.groupId, groupName: anotherGroup.groupName };

async function openRename(...given: Parameters<typeof openGroup>) {
  const view = await openGroup(...given);
  await view.user.click(view.screen.getByRole('button', { name: 'More' }));
  await view.user.click(await view.screen.findByRole('button', { name: 'Rename…' }));
  const dialog = within(await view.screen.findByRole('dialog', { name: 'Rename “demo-writers”' }));
  return { ...view, view, dialog };
}

test('a request to somebody who can rename it is there to be copied, with the group and the address', async () => {
  const { dialog } = await openRename(aGroupView(['ada']));
  const message = dialog.getByLabelText<HTMLTextAreaElement>('Message to a site admin').value;
  expect(message).toMatch(/“demo-writers” of the space Demo space.*https:\/\/admin\.atlassian\.com/);
  dialog.getByText(/Its members and permissions stay, and this app follows the new name/);
});

test('where no group can be created, that is the only way', async () => {
  const { dialog } = await openRename(aGroupView(['ada']), {}, { mayCreate: false });
  expect(dialog.queryByRole('button', { name: 'Create a group with these members' })).toBeNull();
});

test('a new group in its place gets the members as a plan', async () => {
  const { screen, user, dialog, asked } = await openRename(aGroupView(['ada']), {
    createGroup: () => ok(anotherGroup),
    openGroup: ({ groupId }) =>
      ok(groupId === BY.groupId ? aGroupView([], { group: anotherGroup }) : aGroupView(['ada'])),
    planPeople: () => ok(aChange({ source: 'membersOf', groups: [BY] })),
  });
  await user.click(dialog.getByRole('button', { name: 'Create a group with these members' }));
  const creating = within(await screen.findByRole('dialog', { name: 'Create a group in place of “demo-writers”' }));
  await user.type(creating.getByLabelText(/^Name/), 'readers{Enter}');
  await screen.findByText('This adds 2 people.');
  screen.getByRole('heading', { level: 2, name: 'demo-readers' });
  expect(asked['createGroup']).toEqual([{ name: 'readers', inPlaceOf: 'g-writers' }]);
  expect(asked['planPeople']).toEqual([
    { groupId: 'g-readers', source: 'membersOf', fromGroupId: 'g-writers', people: [] },
  ]);
});

test('where the members can’t be planned, the new group is there and the reason is told', async () => {
  const fields = [{ field: 'fromGroupId', message: 'This group has no members.' }];
  const { screen, user, dialog, view } = await openRename(aGroupView(['ada']), {
    createGroup: () => ok(anotherGroup),
    openGroup: ({ groupId }) =>
      ok(groupId === BY.groupId ? aGroupView([], { group: anotherGroup }) : aGroupView(['ada'])),
    planPeople: () => no({ code: 'INVALID_INPUT', fields }),
  });
  await user.click(dialog.getByRole('button', { name: 'Create a group with these members' }));
  const creating = within(await screen.findByRole('dialog', { name: /^Create a group in place of/ }));
  await user.type(creating.getByLabelText(/^Name/), 'readers{Enter}');
  await view.screen.findByText('The new group’s members couldn’t be worked out');
  screen.getByText('This group has no members.');
  expect(await screen.findByRole('heading', { level: 2, name: 'demo-readers' })).toBeDefined();
});
