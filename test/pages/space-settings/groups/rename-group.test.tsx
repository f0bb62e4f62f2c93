// A group's new name: asked for, or by a group that takes its place.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { aGroup, aGroupView, anotherGroup } from '../answers';
import { aChange, aRow } from '../changes/a-change';
import { openGroup } from './open-group';

const BY = { groupId: anotherGroup.groupId, groupName: anotherGroup.groupName };
const OLD = { groupId: aGroup().groupId, groupName: aGroup().groupName };

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

test('a new group gets the members as a plan that says whose place it takes', async () => {
  const { screen, user, dialog, asked } = await openRename(aGroupView(['ada']), {
    createGroup: () => ok(anotherGroup),
    openGroup: ({ groupId }) =>
      ok(groupId === BY.groupId ? aGroupView([], { group: anotherGroup }) : aGroupView(['ada'])),
    planPeople: () => ok(aChange({ source: 'membersOf', groups: [BY], replaces: OLD })),
  });
  await user.click(dialog.getByRole('button', { name: 'Create a group with these members' }));
  const creating = within(await screen.findByRole('dialog', { name: 'Create a group in place of “demo-writers”' }));
  await user.type(creating.getByLabelText(/^Name/), 'readers{Enter}');
  await screen.findByText('This adds 2 people.');
  screen.getByRole('heading', { level: 2, name: 'demo-readers' });
  expect(asked['planPeople']).toEqual([
    { groupId: 'g-readers', source: 'membersOf', fromGroupId: 'g-writers', people: [], replaces: true },
  ]);
});

test('the group whose place is taken says what is left, and plans to remove everyone', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(['ada']), {
    listChanges: () => ok({ changes: [aRow({ source: 'membersOf', groups: [BY], replaces: OLD, state: 'done' })] }),
    planPeople: () => ok(aChange({ source: 'everybody', planned: { add: 0, remove: 1 } })),
  });
  await screen.findByText('“demo-readers” takes the place of “demo-writers”');
  screen.getByText(/One step is left: remove everyone from “demo-writers”/);
  await user.click(screen.getByRole('button', { name: 'See who would be removed' }));
  await screen.findByText('This removes 1 person.');
  expect(asked['planPeople']).toEqual([{ groupId: 'g-writers', source: 'everybody', people: [] }]);
});

test('what is left is told though many other changes came after', async () => {
  const { screen, asked } = await openGroup(aGroupView(['ada']), {
    listChanges: () =>
      ok({
        changes: [aRow({ source: 'list', groups: [BY] })],
        replacing: [aRow({ source: 'membersOf', groups: [BY], replaces: OLD, state: 'done' })],
        next: 'p2',
      }),
  });
  await screen.findByText('“demo-readers” takes the place of “demo-writers”');
  expect(asked['listChanges']).toEqual([{ groupId: OLD.groupId }]);
});

test('the group that takes its place says where to go', async () => {
  const { screen } = await openGroup(aGroupView(['ada']), {
    listChanges: () => ok({ changes: [aRow({ source: 'membersOf', groups: [OLD], replaces: BY, state: 'done' })] }),
  });
  await screen.findByText('“demo-writers” takes the place of “demo-readers”');
  screen.getByText('Open “demo-readers” to remove everyone from it.');
  expect(screen.queryByRole('button', { name: 'See who would be removed' })).toBeNull();
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
