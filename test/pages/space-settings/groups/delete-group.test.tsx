import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { GroupNumbers, GroupView } from '../../../../src/shared/groups/views';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { no, ok, people } from '../../answers';
import { pick } from '../../people';
import { show } from '../../show';
import { aGroup, aGroupView, anotherGroup, aSpace, serve } from '../answers';

async function open(
  group: GroupView,
  deleteGroup?: SpaceSettingsApi['deleteGroup'],
  counted: Pick<GroupNumbers, 'members'> = { members: 12 },
) {
  const asked: unknown[] = [];
  const view = await show(<SpaceSettings />, {
    people,
    invoke: serve({
      openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup(), anotherGroup] } })),
      openGroup: () => ok(group),
      countMembers: () => ok({ groups: [{ groupId: group.group.groupId, ...counted }] }),
      deleteGroup: (payload) => {
        asked.push(payload);
        return deleteGroup?.(payload) ?? ok({ deleted: true });
      },
    }),
  });
  await view.user.click(await view.screen.findByRole('button', { name: 'demo-writers' }));
  await view.user.click(await view.screen.findByRole('button', { name: 'More' }));
  return { ...view, view, asked };
}

async function openDialog(
  group: GroupView,
  ...rest: [deleteGroup?: SpaceSettingsApi['deleteGroup'], counted?: Pick<GroupNumbers, 'members'>]
) {
  const opened = await open(group, ...rest);
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Delete…' }));
  const dialog = within(await opened.screen.findByRole('dialog', { name: /Delete this group/ }));
  async function confirm() {
    return opened.user.click(dialog.getByRole('button', { name: 'Delete group' }));
  }
  return { ...opened, dialog, confirm, field: dialog.getByLabelText('Name of the group') };
}

test('says what is lost, and deletes only after the name was typed', async () => {
  const { dialog, user, field, confirm, asked, screen, view } = await openDialog(aGroupView());
  dialog.getByText(/Pages restricted only to this group may become visible to everyone in their space/);
  dialog.getByText(/Other spaces and products\s+lose the group too/);
  await user.type(field, 'demo-writer');
  await confirm();
  await dialog.findByText('Type the name exactly as it’s shown above.');
  expect(asked).toEqual([]);
  await user.type(field, 's');
  await confirm();
  await expect.poll(() => view.flags.map(({ title }) => title)).toEqual(['Group “demo-writers” deleted']);
  expect(asked).toEqual([{ groupId: 'g-writers', typedName: 'demo-writers', confirmSelf: false }]);
  await screen.findByRole('row', { name: /demo-readers/ });
  expect(screen.queryByRole('row', { name: /demo-writers/ })).toBeNull();
});

test('says how many members the group has now', async () => {
  const { dialog } = await openDialog(aGroupView(['ada']));
  expect(await dialog.findByText('It has 12 members now.')).toBeDefined();
});

test('says that members couldn’t be counted of a group that Confluence doesn’t show anymore', async () => {
  const { dialog } = await openDialog(aGroupView(), undefined, {});
  expect(await dialog.findByText('How many members it has couldn’t be read.')).toBeDefined();
});

test('whoever is in the group confirms losing it first', async () => {
  const { dialog, user, field, confirm, asked, view } = await openDialog(aGroupView(['me']));
  await user.type(field, 'demo-writers');
  await confirm();
  await dialog.findByText('Confirm that you lose this group too.');
  expect(asked).toEqual([]);
  await user.click(dialog.getByRole('checkbox', { name: /I’m in this group myself/ }));
  await confirm();
  await expect.poll(() => view.flags).toHaveLength(1);
  expect(asked).toEqual([{ groupId: 'g-writers', typedName: 'demo-writers', confirmSelf: true }]);
});

test('asks for that too when the back end alone knows it', async () => {
  const fields = [{ field: 'confirmSelf', message: 'You are in this group yourself.' }];
  const { dialog, user, field, confirm, asked } = await openDialog(aGroupView(), ({ confirmSelf }) =>
    confirmSelf ? ok({ deleted: true }) : no({ code: 'INVALID_INPUT', fields }),
  );
  await user.type(field, 'demo-writers');
  await confirm();
  await dialog.findByText('You are in this group yourself.');
  await user.click(dialog.getByRole('checkbox', { name: /I’m in this group myself/ }));
  await confirm();
  await expect.poll(() => asked).toHaveLength(2);
});

test('a group renamed meanwhile can be deleted under the name that the back end gives', async () => {
  const fields = [{ field: 'typedName', message: 'Type demo-authors to confirm.' }];
  const { dialog, user, field, confirm, view } = await openDialog(aGroupView(), ({ typedName }) =>
    typedName === 'demo-authors' ? ok({ deleted: true }) : no({ code: 'INVALID_INPUT', fields }),
  );
  await user.type(field, 'demo-writers');
  await confirm();
  await dialog.findByText('Type demo-authors to confirm.');
  await user.clear(field);
  await user.type(field, 'demo-authors');
  await confirm();
  await expect.poll(() => view.flags).toHaveLength(1);
});

test('a refusal is shown in the dialog, with what was typed', async () => {
  const { dialog, user, field, confirm } = await openDialog(aGroupView(), () =>
    no({ code: 'FORBIDDEN', reason: 'GROUP_GIVES_ADMIN_ACCESS' }),
  );
  await user.type(field, 'demo-writers');
  await confirm();
  await dialog.findByText(/This group gives admin access, so this app never touches it/);
  expect(field).toHaveProperty('value', 'demo-writers');
});

test('an adopted group offers no deletion and says who can allow it', async () => {
  const { screen } = await open(aGroupView([], { group: aGroup({ origin: 'adopted', deletable: false }) }));
  await screen.findByText(/This group was taken over.*A site admin can\s+allow deleting it/);
  expect(screen.queryByRole('button', { name: 'Delete…' })).toBeNull();
});

test('a group deleted elsewhere can be removed from the list', async () => {
  const asked: unknown[] = [];
  const { screen, user } = await show(<SpaceSettings />, {
    invoke: serve({
      openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] } })),
      openGroup: () => no({ code: 'NOT_FOUND', what: 'group' }),
      deleteGroup: (payload) => {
        asked.push(payload);
        return ok({ deleted: false });
      },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'demo-writers' }));
  await screen.findByText(/The group no longer exists, or you can’t see it/);
  await user.click(screen.getByRole('button', { name: 'Remove from list' }));
  await screen.findByRole('heading', { name: 'No groups yet' });
  expect(asked).toEqual([{ groupId: 'g-writers', typedName: 'demo-writers', confirmSelf: false }]);
});

test('a group deleted while it is open can be removed from the list after a reload', async () => {
  let isGone = false;
  const gone = no({ code: 'NOT_FOUND', what: 'group' });
  const { screen, user } = await show(<SpaceSettings />, {
    people,
    invoke: serve({
      openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] } })),
      openGroup: () => (isGone ? gone : ok(aGroupView())),
      addMembers: () => gone,
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'demo-writers' }));
  await pick(user, /People to add/, 'Ada Author');
  isGone = true;
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await user.click(await screen.findByRole('button', { name: 'Reload' }));
  await screen.findByRole('button', { name: 'Remove from list' });
  expect(screen.queryByRole('button', { name: 'Add to group' })).toBeNull();
});
