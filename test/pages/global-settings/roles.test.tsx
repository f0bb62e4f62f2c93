import { expect, test } from 'vitest';

import type { SupportView } from '../../../src/shared/broker/views';
import { no, ok } from '../answers';
import { aPage, aPrivilegedUser, aRequest, CHECKS, healthy } from './answers';
import { open, openSupport } from './open';

const asked = aPrivilegedUser({ state: { name: 'waiting', ...aRequest('me') }, legacyRecord: true });
function support(more: Partial<SupportView> = {}): SupportView {
  return {
    isPrivilegedUser: false,
    migration: 'migrated',
    state: 'healthy',
    checks: CHECKS,
    checkedAt: '2026-01-06T10:00:00.000Z',
    counts: { groups: 3, spaces: 2, more: false, unsettled: 1 },
    versions: { app: '1.2.0', environment: 'PRODUCTION' },
    report: 'space-steward 0.1.0',
    ...more,
  };
}

test.each([
  ['the back end refuses', () => no({ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' })],
  ['no role fits', () => ok(aPage(undefined, {}))],
])('anybody else is told no and whom to ask, when %s', async (_what, openGlobalSettings) => {
  const { screen } = await open({ openGlobalSettings });
  await screen.findByText(/Only Confluence administrators can do this.*Ask a Confluence administrator/);
  expect(screen.queryByRole('tab')).toBeNull();
});

test('a nominee sees what is lent and who asks, and nothing else', async () => {
  const { screen } = await open({ openGlobalSettings: () => ok(aPage(asked, { nominee: true })) });
  await screen.findByText('You’re asked to be the privileged user');
  await screen.findByText('Ada Author');
  screen.getByText('create a group');
  screen.getByText(/also while you aren’t signed in/);
  expect(screen.queryByRole('tab')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Check and save' })).toBeNull();
});

test('a nominee who accepts is told that it works, and where the old token is revoked', async () => {
  const { screen, user, payloads } = await open({
    openGlobalSettings: () => ok(aPage(asked, { nominee: true })),
    acceptNomination: () => ok({ outcome: 'active', privilegedUser: healthy() }),
  });
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  await screen.findByText('You’re the privileged user now');
  expect(screen.getByText('Now revoke the old API token')).toBeDefined();
  expect(payloads('acceptNomination')).toEqual([{ version: 3 }]);
});

test('a nominee whose check fails learns which, and can still decline', async () => {
  const { screen, user } = await open({
    openGlobalSettings: () => ok(aPage(asked, { nominee: true })),
    acceptNomination: () =>
      ok({
        outcome: 'refused',
        checks: [{ name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' }],
        leftoverCheckGroups: [],
      }),
    declineNomination: () => ok(aPrivilegedUser({ version: 4 })),
  });
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  await screen.findByText('This account can’t be used. Nothing was stored');
  await user.click(screen.getByRole('button', { name: 'Decline' }));
  await screen.findByText('You declined');
  expect(screen.getByText(/The app doesn’t act as you/)).toBeDefined();
});

test('a nominee who comes too late is told to reload', async () => {
  let opened = 0;
  const { screen, user } = await open({
    openGlobalSettings: () => {
      opened += 1;
      return ok(aPage(opened === 1 ? asked : aPrivilegedUser(), { nominee: true }));
    },
    acceptNomination: () => no({ code: 'FORBIDDEN', reason: 'NOT_NOMINATED' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  await user.click(await screen.findByRole('button', { name: 'Reload' }));
  expect(await screen.findByText('There isn’t anything to accept anymore')).toBeDefined();
});

test('an admin who is asked accepts in the tab, and the banner goes', async () => {
  const { screen, user } = await open({
    openGlobalSettings: () => ok(aPage(asked)),
    acceptNomination: () => ok({ outcome: 'active', privilegedUser: healthy() }),
  });
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  await screen.findByText('Works');
  expect(screen.queryByText('Waiting for acceptance')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
});

test('a support reader sees the support report only', async () => {
  const { screen, payloads } = await open({
    openGlobalSettings: () => ok(aPage(undefined, { supportReader: true })),
    readSupport: () => ok(support()),
  });
  const box = await screen.findByLabelText('Report');
  expect(box).toHaveProperty('value', 'space-steward 0.1.0');
  expect(box).toHaveProperty('readOnly', true);
  expect(screen.queryByRole('tab')).toBeNull();
  expect(payloads('readSupport')).toHaveLength(1);
});

test.each([
  ['neverConfigured', /Nothing to migrate/],
  ['stillLegacy', /Not migrated: an email address and a token/],
  ['waiting', /hasn’t accepted yet/],
  ['migrated', /Migrated: a privileged user is chosen, and a token isn’t stored/],
] as const)('the support report tells the migration status %s in words', async (migration, text) => {
  const { screen } = await openSupport({ readSupport: () => ok(support({ migration })) });
  await screen.findByText(text);
  screen.getByText('Privileged user: works.');
  expect(screen.getAllByText('Passed')).toHaveLength(4);
});

test('a tab reads what it shows when it is opened, not before', async () => {
  const { screen, user, view } = await open({ readSupport: () => ok(support()) });
  await screen.findByText('Choose a privileged user');
  expect(view.calls.map(({ functionKey }) => functionKey)).toEqual([
    'openGlobalSettings',
    'readWaiting',
    'readFirstRun',
  ]);
  await user.click(screen.getByRole('tab', { name: 'Setup' }));
  await user.click(await screen.findByRole('button', { name: 'Show support report and site checks' }));
  await screen.findByLabelText('Report');
  expect(view.calls.map(({ functionKey }) => functionKey)).toEqual([
    'openGlobalSettings',
    'readWaiting',
    'readFirstRun',
    'readSupport',
  ]);
});
