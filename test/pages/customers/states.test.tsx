import { expect, test } from 'vitest';

import type { CustomersOff } from '../../../src/shared/customer-views';
import { no, ok } from '../space/answers';
import { aView } from './answers';
import { open } from './open';

const OFF: readonly [CustomersOff, RegExp, RegExp][] = [
  ['off', /switched off in this service project/, /Ask a Jira administrator to switch it on/],
  ['notInGroup', /you are in none of them/, /Ask a colleague who is, or a Jira administrator/],
  ['privilegedUser', /none is set up or the account can’t be used/, /Ask a Confluence administrator/],
  ['jiraRight', /not known to be a Jira administrator/, /Ask a Jira administrator to look at the settings/],
];

test.each(OFF)(
  '%s: the page says why nobody can create customers, who can help, and offers nothing',
  async (off, why, help) => {
    const { screen } = await open({ openCustomers: () => ok(aView({ off })) });
    await screen.findByText('You can’t create customers here now');
    screen.getByText(why);
    screen.getByText(help);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  },
);

test('ready: says what the rules let through and what is left of today, before somebody types', async () => {
  const { screen } = await open();
  await screen.findByRole('heading', { name: 'Create customers for Support' });
  screen.getByText('E-mail domains: example.com, *.example.org.');
  screen.getByText(/may create today: 17 of 20\. Counting starts again at midnight UTC/);
  screen.getByText(/Everybody becomes a customer of this service project.*have an Atlassian account can’t be added/);
  expect(screen.getByLabelText('People')).toBeDefined();
});

test('ready with other rules: says those', async () => {
  const view = aView({ allowedDomains: [], addToProject: false, existingAccounts: true, organizations: [] });
  const { screen } = await open({ openCustomers: () => ok(view) });
  await screen.findByText(/all but those that a Jira administrator has denied/);
  screen.getByText(/Nobody is added to the customers.*have an Atlassian account can be added too/);
  screen.getByText(/There are no organizations to choose from/);
  expect(screen.queryByLabelText('Organizations (optional)')).toBeNull();
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
  await screen.findByText('Jira gives no answer');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('People')).toBeDefined();
});
