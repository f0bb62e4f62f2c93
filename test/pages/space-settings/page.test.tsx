import { expect, test } from 'vitest';

import type { Manage, SpaceSettingsView } from '../../../src/shared/groups/views';
import { SpaceSettings } from '../../../static/space-settings/page';
import { account, no, ok, people } from '../answers';
import { show } from '../show';
import { aGroup, aGroupView, aSpace, anotherGroup, serve } from './answers';

async function open(space: Partial<SpaceSettingsView> = {}) {
  return show(<SpaceSettings />, { people, invoke: serve({ openSpaceSettings: () => ok(aSpace(space)) }) });
}

type Reason = Exclude<Extract<Manage, { allowed: false }>['reason'], 'paused'>;

const REASONS: Readonly<Record<Reason, RegExp>> = {
  notConfigured: /A privileged user isn’t set up/,
  legacy: /token access ended on Monday 8 December 2025/,
  waiting: /hasn’t accepted yet\. That person must open the settings of this app and accept/,
  lacksPermission: /can no longer manage groups on this site/,
  deactivated: /account is deactivated/,
  left: /no longer on this site/,
  noAppAccess: /Forge won’t act for the privileged user/,
  unsupportedAccountType: /an app, service or customer account/,
  notApproved: /await a site administrator’s approval/,
  notKnown: /it isn’t known why/,
  spaceOff: /turned off in this space/,
  personalSpaceOff: /turned off in personal spaces/,
  spaceNotCurrent: /archived or in the trash/,
};

test.each(Object.entries(REASONS))('is read-only and says why when the reason is %s', async (reason, text) => {
  const { screen } = await open({
    manage: { allowed: false, reason: reason as Reason },
    groups: { groups: [aGroup()] },
  });
  await screen.findByText('This page is read-only right now');
  expect(screen.getByText(text).textContent).toMatch(/administrator|accept/);
  expect(screen.queryByRole('button', { name: 'Create group' })).toBeNull();
  expect(screen.getByRole('button', { name: 'demo-writers' })).toBeDefined();
});

test('names the person who must accept and the person to ask', async () => {
  const { screen } = await open({
    manage: { allowed: false, reason: 'waiting', accountId: account('sam'), askAccountId: account('ada') },
  });
  await screen.findByText('Who must accept:');
  await screen.findByText('Sam Siteadmin');
  expect(await screen.findByText('Ada Author')).toBeDefined();
});

test('a group that was renamed elsewhere stands in the list under its new name, in its new place, once it was opened', async () => {
  const renamed = aGroup({ groupName: 'demo-zealots' });
  const { screen, user } = await show(<SpaceSettings />, {
    people,
    invoke: serve({
      openSpaceSettings: () =>
        ok(aSpace({ groups: { groups: [aGroup({ groupName: 'demo-authors' }), anotherGroup] } })),
      openGroup: () => ok(aGroupView([], { group: renamed })),
    }),
  });
  function names() {
    return screen.getAllByText(/^demo-/).map((element) => element.textContent);
  }
  await screen.findByText('demo-authors');
  expect(names()).toEqual(['demo-authors', 'demo-readers']);
  await user.click(screen.getByRole('button', { name: 'demo-authors' }));
  await screen.findByRole('heading', { name: 'demo-zealots' });
  await user.click(screen.getByRole('button', { name: 'Back to all groups' }));
  await screen.findByText('demo-zealots');
  expect(names()).toEqual(['demo-readers', 'demo-zealots']);
});

test('a stranger reads that the page is not for them, and whom to ask', async () => {
  const { screen } = await show(<SpaceSettings />, {
    invoke: serve({ openSpaceSettings: () => no({ code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' }) }),
  });
  await screen.findByText(/You don’t administer this space.*Ask an admin of this space/);
  expect(screen.queryByRole('tab')).toBeNull();
});

test('shows that it loads, then a failure, and tries again', async () => {
  const waiting: (() => void)[] = [];
  let tries = 0;
  const { screen, user } = await show(<SpaceSettings />, {
    invoke: async () => {
      tries += 1;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return tries === 1 ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok(aSpace());
    },
  });
  await screen.findByLabelText('Reading the groups of this space');
  waiting.shift()?.();
  await screen.findByText('Confluence isn’t responding');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  await screen.findByRole('heading', { level: 2, name: 'Groups of Demo space' });
  expect(screen.queryByText('Confluence isn’t responding')).toBeNull();
});

test('a call that the platform rejects is a message with a way out, not a blank page', async () => {
  const { screen } = await show(<SpaceSettings />, {
    invoke: () => {
      throw new Error('the bridge is down');
    },
  });
  await screen.findByText('The app isn’t responding');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('an empty space says what to do first', async () => {
  const { screen } = await open();
  await screen.findByRole('heading', { level: 3, name: 'No groups yet' });
  expect(await screen.findByText(/Create one and put people in it/)).toBeDefined();
});

test('a personal space offers no creation and says why', async () => {
  const { screen } = await open({ mayCreate: false, groups: { groups: [aGroup()] } });
  await screen.findByText(/Groups can’t be created in a personal space/);
  expect(screen.queryByRole('button', { name: 'Create group' })).toBeNull();
});

test('a person who is refused is not asked to try again', async () => {
  const { screen } = await show(<SpaceSettings />, {
    invoke: serve({ openSpaceSettings: () => no({ code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' }) }),
  });
  await screen.findByText('You can’t use this page');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('an answer that is none reads as no answer', async () => {
  const { screen } = await show(<SpaceSettings />, { invoke: () => undefined });
  expect(await screen.findByText('The app isn’t responding')).toBeDefined();
});

test('is read-only while changes are paused, and says by whom and since when', async () => {
  const { screen } = await open({
    manage: { allowed: false, reason: 'paused', pause: { by: account('ada'), at: '2026-01-08T10:00:00.000Z' } },
    groups: { groups: [aGroup()] },
  });
  await screen.findByText('Changes are paused');
  screen.getByText(/A Confluence administrator can resume them/);
  screen.getByText(/Paused on Jan 8, 2026, 10:00 AM UTC by/);
  expect(screen.queryByRole('button', { name: 'Create group' })).toBeNull();
  expect(screen.getByRole('button', { name: 'demo-writers' })).toBeDefined();
});
