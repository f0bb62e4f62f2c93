import { expect, test } from 'vitest';

import type { JiraRight } from '../../../src/shared/customers/views';
import type { UnavailableCause } from '../../../src/shared/result';
import { rightWords } from '../../../static/customer-settings/right-text';
import { account, no, ok } from '../answers';
import { someSettings, WORKS } from './answers';
import { open } from './open';

const sam = account('sam');
const checkedAt = '2026-01-06T10:00:00.000Z';

async function openWith(right: JiraRight, checked: JiraRight = WORKS) {
  return open({ openCustomerSettings: () => ok(someSettings({ right })), checkJiraRight: () => ok(checked) });
}

const BROKEN: readonly [string, JiraRight, RegExp, RegExp][] = [
  [
    'is not chosen',
    { name: 'unavailable', cause: 'notConfigured' },
    /^Choose a privileged user$/,
    /Choose one in Confluence, in the settings of Space Steward/,
  ],
  [
    'has not accepted',
    { name: 'unavailable', cause: 'waiting' },
    /can’t be used/,
    /Ask that person to accept in Confluence/,
  ],
  [
    'is deactivated',
    { name: 'unavailable', cause: 'deactivated' },
    /can’t be used/,
    /choose another privileged user in Confluence/,
  ],
  [
    'lacks the right',
    { name: 'lacksRight', accountId: sam, checkedAt },
    /isn’t a Jira administrator/,
    /A site admin can make the account a Jira administrator/,
  ],
  [
    'can’t be used in Jira',
    { name: 'noJiraAccess', accountId: sam, checkedAt },
    /Forge won’t act for the privileged user in Jira/,
    /Share the app.*contributor.*access to Jira.*open Space Steward there once/,
  ],
];

test.each(BROKEN)(
  'a privileged user who %s has a banner that says how to mend it',
  async (_what, right, title, help) => {
    const { screen } = await openWith(right);
    await screen.findByText(title);
    screen.getByText(help);
    screen.getByText(/Customers can’t be created/);
    expect(screen.getByRole('button', { name: 'Check again' })).toBeDefined();
  },
);

test('a banner about an account names it, and when it was checked', async () => {
  const { screen } = await openWith({ name: 'lacksRight', accountId: sam, checkedAt });
  await screen.findByText('Sam Siteadmin');
  screen.getByText('Last checked: Jan 6, 2026, 10:00 AM UTC.');
  expect(screen.getByText(/global permission Administer Jira/)).toBeDefined();
});

test('nobody has checked yet: says so, and checking ends it', async () => {
  const { screen, user, payloads } = await openWith({ name: 'notChecked', accountId: sam });
  await screen.findByText(/isn’t checked in Jira yet/);
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  await screen.findByText(/is a Jira administrator\. Last checked: Jan 6, 2026, 10:00 AM UTC/);
  expect(payloads('checkJiraRight')).toEqual([{}]);
  expect(screen.queryByText(/isn’t checked in Jira yet/)).toBeNull();
});

test('all is well: a quiet line, and no button', async () => {
  const { screen } = await openWith(WORKS);
  await screen.findByText(/The privileged user is a Jira administrator/);
  expect(screen.queryByRole('button', { name: /^Check/ })).toBeNull();
});

test('a check that fails keeps the banner, and speaks of Jira', async () => {
  const { screen, user } = await open({
    openCustomerSettings: () => ok(someSettings({ right: { name: 'lacksRight', accountId: sam, checkedAt } })),
    checkJiraRight: () => no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Check again' }));
  await screen.findByText('Jira isn’t responding');
  expect(screen.getByText(/isn’t a Jira administrator/)).toBeDefined();
});

const CAUSES: Record<UnavailableCause, true> = {
  notConfigured: true,
  legacy: true,
  waiting: true,
  lacksPermission: true,
  deactivated: true,
  left: true,
  noAppAccess: true,
  unsupportedAccountType: true,
  notApproved: true,
  notKnown: true,
};

test.each(Object.keys(CAUSES) as UnavailableCause[])('%s points to the settings in Confluence', (cause) => {
  expect(rightWords({ name: 'unavailable', cause })?.help).toMatch(/in Confluence, in the settings of Space Steward/);
});

test('while changes are paused the page says by whom and since when, and offers no check', async () => {
  const { screen } = await openWith({ name: 'paused', pause: { by: sam, at: checkedAt } });
  await screen.findByText('Changes are paused');
  screen.getByText(/Paused on Jan 6, 2026, 10:00 AM UTC by/);
  expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
});
