import { expect, test } from 'vitest';

import type { CustomersOff } from '../../../src/shared/customers/views';
import { account, no, ok } from '../answers';
import { aQuota, aView } from './answers';
import { open } from './open';

const OFF: readonly [CustomersOff, RegExp, RegExp][] = [
  ['off', /turned off in this service project/, /Ask a Jira administrator to turn it on/],
  [
    'notInGroup',
    /you aren’t in any of them/,
    /Ask a colleague who is in one, a site admin to add you to one, or a Jira administrator/,
  ],
  ['privilegedUser', /None is set up, or the account can’t be used/, /Ask a Confluence administrator/],
  ['jiraRight', /isn’t known to be a Jira administrator/, /Ask a Jira administrator to look at the settings/],
];

test.each(OFF)(
  '%s: the page says why nobody can create customers, who can help, and offers nothing',
  async (off, why, help) => {
    const { screen } = await open({ openCustomers: () => ok(aView({ off })) });
    await screen.findByText('You can’t create customers here right now');
    screen.getByText(why);
    screen.getByText(help);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  },
);

test('ready: says what the rules let through and what is left of today, before somebody types', async () => {
  const { screen } = await open();
  await screen.findByRole('heading', { name: 'Create customers for Support' });
  screen.getByText('Email domains: example.com, *.example.org.');
  screen.getByText(/New accounts: 17 of 20 left today\. Resets Nov 29, 2026/);
  screen.getByText(
    /Everyone becomes a customer of this service project.*can’t add people who have an Atlassian account/,
  );
  expect(screen.getByLabelText('People')).toBeDefined();
});

test('ready with other rules: says those', async () => {
  const view = aView({ allowedDomains: [], addToProject: false, existingAccounts: true, organizations: [] });
  const { screen } = await open({ openCustomers: () => ok(view) });
  await screen.findByText(/all except those that a Jira administrator denied/);
  screen.getByText(/People are added only to the organizations.*can also add people who have an Atlassian account/);
  screen.getByText(/doesn’t have organizations/);
  expect(screen.queryByLabelText('Organizations (optional)')).toBeNull();
});

test('where the rules allow no organizations, the page says that, not that there are none', async () => {
  const { screen } = await open({ openCustomers: () => ok(aView({ organizations: [], organizationsFrom: 'none' })) });
  const text = /rules of this service project don’t let customers be added to organizations/;
  expect(await screen.findByText(text)).toBeDefined();
});

test('the end of the day is told in the reader’s zone and format', async () => {
  const { screen } = await open({}, { locale: 'de-DE', timezone: 'Europe/Berlin' });
  expect(await screen.findByText(/Resets 29\. Nov\. 2026, 01:00 MEZ/)).toBeDefined();
});

test('what the whole site has left is told if it is less than the agent has', async () => {
  const { screen } = await open({ openCustomers: () => ok(aView({ quota: aQuota({ left: 2, limitedBy: 'site' }) })) });
  expect(await screen.findByText(/New accounts: 2 left today on this whole site/)).toBeDefined();
});

test('whoever is no agent is told so, and whom to ask', async () => {
  const { screen } = await open({ openCustomers: () => no({ code: 'FORBIDDEN', reason: 'NOT_AGENT' }) });
  await screen.findByText('You can’t use this page');
  screen.getByText(/Only agents of this service project.*Ask an agent to do it for you/);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('rules that can’t be read say so, and can be read again', async () => {
  let isDown = true;
  const { screen, user } = await open({
    openCustomers: () => (isDown ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok(aView())),
  });
  await screen.findByText('Jira isn’t responding');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('People')).toBeDefined();
});

test('paused: says by whom and since when; people can be checked, and not created', async () => {
  const pause = { by: account('ada'), at: '2026-01-08T10:00:00.000Z' };
  const { screen } = await open({ openCustomers: () => ok(aView({ pause })) });
  await screen.findByText('Changes are paused');
  screen.getByText(/Paused on Jan 8, 2026, 10:00 AM UTC by/);
  expect(screen.getByLabelText('People')).toBeDefined();
});
