import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { PrivilegedUserState, PrivilegedUserView } from '../../../../src/shared/broker/views';
import { GlobalSettings } from '../../../../static/global-settings/page';
import { account, no, ok } from '../../answers';
import { show } from '../../show';
import { aPage, aPrivilegedUser, aRequest, healthy } from '../answers';
import { open, openSetup } from '../open';

async function openIn(view: PrivilegedUserView) {
  return openSetup({ openGlobalSettings: () => ok(aPage(view)) });
}

const sam = account('sam');
const BROKEN: readonly [string, PrivilegedUserState, RegExp, RegExp][] = [
  [
    'lacks permission',
    { name: 'lacksPermission', accountId: sam },
    /can’t manage groups/,
    /Make the account a site administrator/,
  ],
  [
    'is deactivated',
    { name: 'unusable', accountId: sam, cause: 'deactivated' },
    /account is deactivated/,
    /Reactivate the account/,
  ],
  [
    'has left',
    { name: 'unusable', accountId: sam, cause: 'left' },
    /no longer on this site/,
    /Choose another privileged user/,
  ],
  [
    'can’t be acted as',
    { name: 'unusable', accountId: sam, cause: 'noAppAccess' },
    /Forge won’t act for the privileged user/,
    /Share the app.*contributor.*access to Confluence.*open Space Steward once/,
  ],
  [
    'is no person',
    { name: 'unusable', accountId: sam, cause: 'unsupportedAccountType' },
    /isn’t a person’s account/,
    /Choose a person/,
  ],
  [
    'awaits approval',
    { name: 'notApproved', accountId: sam },
    /await approval/,
    /Approve them in Atlassian Administration/,
  ],
];

test.each(BROKEN)(
  'a privileged user who %s has a banner that says how to mend it',
  async (_what, state, title, help) => {
    const { screen } = await openIn(healthy({ state }));
    await screen.findByText(title);
    screen.getByText(help);
    screen.getByText('Doesn’t work');
    expect(screen.getByRole('link', { name: /Open Atlassian Administration/ })).toBeDefined();
  },
);

test('nobody chosen: the page says what this is for, and to choose', async () => {
  const { screen } = await openIn(aPrivilegedUser());
  await screen.findByText('Choose a privileged user');
  screen.getByText(/Space admins create groups and edit their members here.*the privileged user/);
  screen.getByRole('heading', { level: 3, name: 'Choose an account' });
  expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
});

test('a stored email and token: token access has ended, and the token can’t be migrated', async () => {
  const { screen } = await openIn(aPrivilegedUser({ state: { name: 'legacy' }, legacyRecord: true }));
  await screen.findByText('Token access ended: choose a privileged user');
  const text = screen.getByText(
    /ended on Monday 8 December 2025\. Both are still stored here, and the token can’t be migrated/,
  );
  expect(text.textContent).toContain('the space pages are read-only');
});

test('a user who works has no banner, and the page says who chose them and when they were checked', async () => {
  const { screen } = await openIn(healthy());
  await screen.findByText('Works');
  await screen.findByText('Sam Siteadmin');
  screen.getByText(/Chosen on Jan 5, 2026, 10:00 AM UTC by/);
  screen.getByText('Last checked: Jan 6, 2026, 10:00 AM UTC.');
  expect(screen.getAllByText('Passed')).toHaveLength(4);
  expect(screen.queryByText('Choose a privileged user')).toBeNull();
});

test('says what the account is used for, and what it never is', async () => {
  const { screen } = await openIn(healthy());
  await screen.findAllByRole('list');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'create a group',
    'delete a group',
    'add people to a group and remove them from it',
    'look up which groups give access, and whether a group or a member is there',
    'check that all this still works',
    'create portal-only customers',
    'look up the account of an email address that an agent wants to add',
    'make people customers of the service project',
    'check that the account is a Jira administrator',
  ]);
  screen.getByText(/never reads or writes pages, settings or email/);
});

test('waiting: says who must accept and who asked, and the request can be withdrawn', async () => {
  const waiting = aPrivilegedUser({ state: { name: 'waiting', ...aRequest('sam') } });
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(waiting)),
    cancelNomination: () => ok(aPrivilegedUser({ version: 4 })),
  });
  await screen.findByText('Waiting for acceptance');
  await screen.findByText('Who must accept:');
  screen.getByText(/Asked on Jan 7, 2026, 10:00 AM UTC by/);
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cancel the request' }));
  await screen.findByText('Choose a privileged user');
  expect(payloads('cancelNomination')).toEqual([{ version: 3 }]);
});

test('a request to take over is shown while the present user still works', async () => {
  const { screen } = await openIn(healthy({ nominee: aRequest('ben') }));
  await screen.findByText('Somebody is asked to take over');
  await screen.findByText('Ben Builder');
  expect(screen.getByText('Works')).toBeDefined();
});

test('names the test groups that are left over', async () => {
  const { screen } = await openIn(healthy({ leftoverCheckGroups: ['space-steward-check-1'] }));
  expect((await screen.findByText(/couldn’t be deleted yet: space-steward-check-1/)).textContent).toContain(
    'every day',
  );
});

test('checks again on request and shows what was found', async () => {
  const found = healthy({
    state: { name: 'lacksPermission', accountId: sam },
    checks: [
      { name: 'siteAdminGroup', outcome: 'hint' },
      { name: 'writeTest', outcome: 'notRun' },
    ],
  });
  const { screen, user } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy())),
    checkPrivilegedUser: () => ok(found),
  });
  await user.click(await screen.findByRole('button', { name: 'Check now' }));
  await screen.findByText('The privileged user can’t manage groups');
  screen.getByText(/Not a member of one\. That alone isn’t a fault/);
  expect(screen.getByText(/Runs when an account is saved/)).toBeDefined();
});

test('removing the privileged user is confirmed first', async () => {
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy())),
    removePrivilegedUser: () => ok(aPrivilegedUser({ version: 5 })),
  });
  await user.click(await screen.findByRole('button', { name: 'Remove privileged user' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Remove the privileged user/ }));
  dialog.getByText(/Groups and their members stay as they are/);
  expect(payloads('removePrivilegedUser')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  await screen.findByText('Choose a privileged user');
  expect(payloads('removePrivilegedUser')).toEqual([{ version: 4 }]);
});

test('stored credentials can be deleted without choosing anybody; the page says where to revoke the token', async () => {
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(aPrivilegedUser({ state: { name: 'legacy' }, legacyRecord: true }))),
    deleteStoredCredentials: () => ok(aPrivilegedUser({ tokenToRevoke: true })),
  });
  await user.click(await screen.findByRole('button', { name: 'Delete stored credentials' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Delete the stored credentials/ }));
  expect(payloads('deleteStoredCredentials')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await screen.findByText('Now revoke the old API token');
  expect(screen.getByText(/That doesn’t revoke the token/)).toBeDefined();
  expect(screen.getByRole('link', { name: /api-tokens/ }).getAttribute('href')).toBe(
    'https://id.atlassian.com/manage-profile/security/api-tokens',
  );
  expect(screen.queryByRole('button', { name: 'Delete stored credentials' })).toBeNull();
});

test('the old token is to be revoked until an admin says that it is, and the focus goes where the answer stands', async () => {
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy({ tokenToRevoke: true }))),
    confirmTokenRevoked: () => ok(healthy({ version: 5 })),
  });
  await screen.findByText('Now revoke the old API token');
  await user.click(screen.getByRole('button', { name: 'I revoked it' }));
  const close = await screen.findByRole('button', { name: 'Close' });
  expect(payloads('confirmTokenRevoked')).toEqual([{ version: 4 }]);
  expect(screen.queryByText('Now revoke the old API token')).toBeNull();
  expect(screen.getAllByText('Old API token revoked').length).toBeGreaterThan(0);
  expect(document.activeElement).toBe(close);
  await user.click(close);
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});

test('the old token stays to be revoked if saying so fails', async () => {
  const { screen, user } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy({ tokenToRevoke: true }))),
    confirmTokenRevoked: () => no({ code: 'CONFLICT', what: 'settings' }),
  });
  await user.click(await screen.findByRole('button', { name: 'I revoked it' }));
  await screen.findByRole('button', { name: 'Reload' });
  expect(screen.getByText('Now revoke the old API token')).toBeDefined();
});

test('says what it is waiting for', async () => {
  const { screen } = await show(<GlobalSettings />, { invoke: async () => new Promise(() => undefined) });
  expect(await screen.findByLabelText('Reading the settings and checking the privileged user')).toBeDefined();
});

test('a failure has a way out', async () => {
  let tries = 0;
  const { screen, user } = await open({
    openGlobalSettings: () => {
      tries += 1;
      return tries === 1 ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok(aPage(healthy()));
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Works')).toBeDefined();
});
