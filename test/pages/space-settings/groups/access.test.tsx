import { afterEach, expect, test, vi } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { SpaceAccess } from '../../../../src/shared/groups/views';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { no, ok, people } from '../../answers';
import { show } from '../../show';
import { aGroup, aGroupView, anotherGroup, aSpace, serve } from '../answers';
import { openGroup } from './open-group';

const NOW = new Date('2026-03-04T10:00:00.000Z');

afterEach(() => vi.useRealTimers());

async function open(readSpaceAccess: SpaceSettingsApi['readSpaceAccess']) {
  const view = await show(<SpaceSettings />, {
    people,
    invoke: serve({
      openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup(), anotherGroup] } })),
      readSpaceAccess,
    }),
  });
  const button = await view.screen.findByRole('button', { name: 'Show access' });
  function reads() {
    return view.calls.filter(({ functionKey }) => functionKey === 'readSpaceAccess').length;
  }
  return { ...view, button, reads };
}

function access(more: Partial<SpaceAccess>): SpaceAccess {
  return { kind: 'roles', groups: [], ...more };
}

test('shows the permissions of each group on request, in Confluence’s words', async () => {
  const { screen, user, button, reads } = await open(() =>
    ok(
      access({
        kind: 'permissions',
        groups: [{ groupId: aGroup().groupId, access: ['read space', 'create page', 'purge_version page'] }],
      }),
    ),
  );
  expect(reads()).toBe(0);
  await user.click(button);
  await screen.findByRole('columnheader', { name: 'Permissions in this space' });
  expect(screen.getByRole('row', { name: /demo-writers/ }).textContent).toMatch(/View, Add pages, purge version page$/);
  expect(screen.getByRole('row', { name: /demo-readers/ }).textContent).toMatch(/None$/);
});

test('shows roles on a site that has them, keeps them for ten minutes, and hides them', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const { screen, user, button, reads } = await open(() =>
    ok(access({ groups: [{ groupId: aGroup().groupId, access: ['Viewer'] }] })),
  );
  await user.click(button);
  await screen.findByText('Viewer');
  screen.getByText(/a group may have those too/);
  expect(screen.getByRole('row', { name: /demo-readers/ }).textContent).toMatch(/No role$/);
  async function hideAndShow() {
    await user.click(screen.getByRole('button', { name: 'Hide access' }));
    await expect.poll(() => screen.queryByText('Viewer')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show access' }));
    await screen.findByText('Viewer');
  }
  vi.setSystemTime(NOW.getTime() + 599_999);
  await hideAndShow();
  expect(reads()).toBe(1);
  vi.setSystemTime(NOW.getTime() + 600_000);
  await hideAndShow();
  await expect.poll(reads).toBe(2);
});

test('says above the list that not all was read', async () => {
  const { screen, user, button } = await open(() => ok(access({ incomplete: true })));
  await user.click(button);
  expect(await screen.findByText(/^Not read completely/)).toBeDefined();
});

test('says why access can’t be read, and tries again', async () => {
  let isDown = true;
  const { screen, user, button } = await open(() =>
    isDown ? no({ code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' }) : ok(access({})),
  );
  await user.click(button);
  await screen.findByText('Too many requests');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findAllByText('No role')).toHaveLength(2);
});

test.each([
  [['Viewer'], 'Role in this space: Viewer'],
  [[], 'No role in this space'],
])('a group shows the roles that it has: %j', async (roles, text) => {
  const { screen } = await openGroup(aGroupView([], { roles }));
  expect(screen.getByText(text)).toBeDefined();
});

test('on a site without roles a group shows nothing about them', async () => {
  const { screen } = await openGroup(aGroupView());
  expect(screen.queryByText(/ole in this space/)).toBeNull();
});

test('a site that has no roles isn’t asked for them again for ten minutes', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const { screen, user, asked } = await openGroup(aGroupView(), {
    openGroup: ({ withoutRoles }) => ok(aGroupView([], withoutRoles === true ? {} : { siteHasNoRoles: true })),
  });
  async function openAgain() {
    await user.click(screen.getByRole('button', { name: 'Back to all groups' }));
    await user.click(await screen.findByRole('button', { name: 'demo-writers' }));
    await screen.findByRole('heading', { level: 3, name: 'Members' });
  }
  vi.setSystemTime(NOW.getTime() + 599_999);
  await openAgain();
  vi.setSystemTime(NOW.getTime() + 600_000);
  await openAgain();
  expect(asked['openGroup']).toEqual([
    { groupId: 'g-writers' },
    { groupId: 'g-writers', withoutRoles: true },
    { groupId: 'g-writers' },
  ]);
});
