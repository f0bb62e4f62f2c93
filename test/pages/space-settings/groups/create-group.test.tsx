import { expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { SpaceSettingsView } from '../../../../src/shared/groups/views';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { no, ok, people } from '../../answers';
import { choose } from '../../people';
import { show } from '../../show';
import { aGroup, aGroupView, anotherGroup, aSpace, serve } from '../answers';
import { aChange } from '../changes/a-change';

async function openDialog(
  createGroup: SpaceSettingsApi['createGroup'],
  space: Partial<SpaceSettingsView> = {},
  api: Partial<SpaceSettingsApi> = {},
) {
  const invoke = serve({
    openSpaceSettings: () => ok(aSpace(space)),
    createGroup,
    openGroup: () => ok(aGroupView()),
    ...api,
  });
  const view = await show(<SpaceSettings />, { people, invoke });
  await view.user.click(await view.screen.findByRole('button', { name: 'Create group' }));
  return { ...view, view, field: await view.screen.findByLabelText(/^Name/) };
}

function never(): never {
  throw new Error('Nothing may be created here.');
}

test('shows the final name while it is typed, creates the group and opens it', async () => {
  const asked: unknown[] = [];
  const { screen, user, view, field } = await openDialog((payload) => {
    asked.push(payload);
    return ok(aGroup());
  });
  await user.type(field, 'Writers');
  await screen.findByText('demo-writers');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { level: 2, name: 'demo-writers' });
  expect(asked).toEqual([{ name: 'Writers' }]);
  expect(view.flags.map(({ title }) => title)).toEqual(['Group “demo-writers” created']);
});

test('the new group is in the list without reading the list again', async () => {
  const { screen, user, view, field } = await openDialog(() => ok(aGroup()));
  await user.type(field, 'writers{Enter}');
  await screen.findByRole('heading', { level: 3, name: 'Members' });
  await user.click(await screen.findByRole('button', { name: 'Back to all groups' }));
  await expect.poll(() => document.activeElement?.textContent).toBe('Create group');
  await screen.findByRole('row', { name: /demo-writers/ });
  await expect
    .poll(() => view.calls.map(({ functionKey }) => functionKey))
    .toEqual(['openSpaceSettings', 'readSpaceRoles', 'createGroup', 'openGroup', 'listChanges', 'countMembers']);
});

test.each([
  ['nothing', '', /Enter a name\./],
  ['a character that no name may hold', 'a/b', /Use letters a to z, digits/],
])('says at the field what is wrong with %s, and creates nothing', async (_what, typed, problem) => {
  const { screen, user, field } = await openDialog(never);
  if (typed !== '') await user.type(field, typed);
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText(problem)).toBeDefined();
});

test('forms the name with the suffix of the pattern', async () => {
  const { screen, user, field } = await openDialog(never, { pattern: { prefix: 'conf-', suffix: '-SPACEKEY' } });
  await user.type(field, 'writers');
  expect(await screen.findByText('conf-writers-demo')).toBeDefined();
});

test('shows what the back end finds wrong at the field, once, and keeps what was typed', async () => {
  const fields = [{ field: 'name', message: 'This name is too much like another.' }];
  const { screen, user, field } = await openDialog(() => no({ code: 'INVALID_INPUT', fields }));
  await user.type(field, 'writers');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText('This name is too much like another.');
  expect(screen.queryByText(/Check the highlighted fields/)).toBeNull();
  expect(field).toHaveProperty('value', 'writers');
});

test('a name in use is a conflict, and what was typed stays', async () => {
  const { screen, user, field } = await openDialog(() => no({ code: 'CONFLICT', what: 'groupName' }));
  await user.type(field, 'writers');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText(/A group with this name already exists on the site/);
  expect(field).toHaveProperty('value', 'writers');
  expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
});

test('a lost answer does not claim that nothing happened', async () => {
  const { screen, user, field } = await openDialog(() => no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }));
  await user.type(field, 'writers{Enter}');
  expect(await screen.findByText(/It’s not known yet whether it took effect/)).toBeDefined();
});

const ROLES = [
  { id: '103', name: 'Collaborator', description: 'Edits pages.' },
  { id: '104', name: 'Viewer' },
];

test.each([
  ['is given to the group', ok({ assigned: true as const }), 'Group “demo-writers” created', /^$/],
  [
    'is not given: the group is there all the same, and the reason is told',
    no({ code: 'NOT_FOUND', what: 'space' }),
    'Group “demo-writers” created, without a role',
    /The group is there, and the role “Collaborator” wasn’t given to it\. Confluence doesn’t let you manage roles/,
  ],
  [
    'may have been given',
    no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }),
    'Group “demo-writers” created, without a role',
    /Confluence isn’t responding\..*It’s not known yet whether it took effect/,
  ],
] as const)('on a site with roles, a role %s', async (_what, answer, title, description) => {
  const asked: unknown[] = [];
  const { screen, user, view, field } = await openDialog(
    () => ok(aGroup()),
    {},
    {
      readSpaceRoles: () => ok({ roles: ROLES }),
      assignRole: (payload) => {
        asked.push(payload);
        return answer;
      },
    },
  );
  await user.type(field, 'writers');
  await choose(user, 'Role in this space', 'Collaborator');
  await screen.findByText('Edits pages.');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await expect.poll(() => view.flags.map((flag) => flag.title)).toEqual([title]);
  expect(asked).toEqual([{ groupId: 'g-writers', roleId: '103' }]);
  expect(view.flags[0]?.description ?? '').toMatch(description);
  await screen.findByRole('heading', { level: 2, name: 'demo-writers' });
});

test('on a site with roles, a group can be created without one', async () => {
  const { screen, user, view, field } = await openDialog(
    () => ok(aGroup()),
    {},
    {
      readSpaceRoles: () => ok({ roles: ROLES }),
    },
  );
  await screen.findByLabelText('Role in this space');
  await user.type(field, 'writers{Enter}');
  await expect.poll(() => view.flags.map((flag) => flag.title)).toEqual(['Group “demo-writers” created']);
});

test.each([
  ['on a site without roles', ok({})],
  ['where they can’t be read', no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' })],
] as const)('%s, it links to the permissions of the space', async (_where, answer) => {
  const { screen } = await openDialog(never, {}, { readSpaceRoles: () => answer });
  const link = await screen.findByRole('link', { name: /the settings of this space/ });
  expect(link.getAttribute('href')).toBe('/wiki/spaces/spacepermissions.action?key=DEMO');
  expect(screen.queryByLabelText('Role in this space')).toBeNull();
});

test('a new group gets the members of another one as a plan, which is shown before anything changes', async () => {
  const asked: unknown[] = [];
  const { screen, user, field } = await openDialog(
    () => ok(aGroup()),
    { groups: { groups: [anotherGroup] } },
    {
      planPeople: (payload) => {
        asked.push(payload);
        return ok(aChange({ source: 'membersOf' }));
      },
    },
  );
  await user.type(field, 'writers');
  await choose(user, 'Members of another group', 'demo-readers');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText('This adds 2 people.');
  expect(asked).toEqual([{ groupId: 'g-writers', source: 'membersOf', fromGroupId: 'g-readers', people: [] }]);
});

test('where the space has no other group, there are no members to take over', async () => {
  const { screen } = await openDialog(never);
  expect(screen.queryByLabelText('Members of another group')).toBeNull();
});
