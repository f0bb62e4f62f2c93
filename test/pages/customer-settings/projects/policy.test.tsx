import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { choose, pressIn } from '../../people';
import { aPolicy } from '../answers';
import { open, openPolicy } from '../open';

test('saves every rule with the version that was read, then the next save with the new one', async () => {
  const { screen, user, view, retype, save, payloads } = await openPolicy({
    readCustomerPolicy: () => ok(aPolicy({ enabled: false })),
    saveCustomerPolicy: ({ version }) => ok(aPolicy({}, version + 1)),
  });
  await user.click(screen.getByRole('checkbox', { name: 'Creating customers' }));
  await retype('Allowed domains', 'example.com{Enter}{Enter} *.example.org ');
  await retype('Denied domains', 'mail.example.com');
  await choose(user, 'Organizations that customers can be added to', 'Every organization of the project');
  await retype('New accounts a day for each agent', '5');
  await user.click(screen.getByRole('checkbox', { name: 'Customers of the service project' }));
  await user.click(screen.getByRole('checkbox', { name: 'People who have an Atlassian account' }));
  await user.click(screen.getByRole('checkbox', { name: 'Automation rules' }));
  await retype('People a day for all rules of this project', '6');
  await save();
  await expect.poll(() => view.flags.map(({ title }) => title)).toEqual(['Rules saved']);
  const policy = {
    enabled: true,
    creators: { kind: 'agents' },
    allowedDomains: ['example.com', '*.example.org'],
    deniedDomains: ['mail.example.com'],
    organizations: { kind: 'ofProject' },
    dailyPerAgent: 5,
    addToProject: false,
    existingAccounts: true,
    rules: true,
    dailyByRules: 6,
  };
  await save();
  await expect
    .poll(() => payloads('saveCustomerPolicy'))
    .toEqual([
      { projectId: '10001', policy, version: 7 },
      { projectId: '10001', policy, version: 8 },
    ]);
  expect(payloads('readCustomerPolicy')).toEqual([{ projectId: '10001' }]);
});

test('says what rules and existing accounts mean, and what rules have used today', async () => {
  const { screen } = await openPolicy({ readCustomerPolicy: () => ok(aPolicy({ enabled: false, rules: true })) });
  await screen.findByText(/A rule acts for the owner of its connection/);
  screen.getByText(/Requested by rules so far today: 4/);
  screen.getByText(/Nothing is created for them: they’re added/);
  expect(screen.getByText(/Automation rules can’t create customers either/)).toBeDefined();
});

test('says when the quotas of the project reset, in the reader’s zone and format', async () => {
  const { screen } = await openPolicy({}, { locale: 'de_DE', timezone: 'Europe/Berlin' });
  const resets = String.raw`Resets 29\. Nov\. 2026, 01:00 MEZ\.`;
  await screen.findByText(new RegExp(`${resets} The daily quota of the site applies as well`));
  expect(screen.getByText(new RegExp(`so far today: 4\\. ${resets}`))).toBeDefined();
});

test('problems that the back end finds are said at their fields, with the line', async () => {
  const fields = [
    { field: 'policy.allowedDomains.1', message: 'Enter a domain, such as example.com.' },
    { field: 'policy.deniedDomains', message: 'Use at most 200 lines.' },
    { field: 'policy.dailyPerAgent', message: 'Enter 10000 or less.' },
    { field: 'policy.dailyByRules', message: 'Enter 0 or more.' },
  ];
  const { screen, retype, save } = await openPolicy({
    saveCustomerPolicy: () => no({ code: 'INVALID_INPUT', fields }),
  });
  await retype('Allowed domains', 'example.com{Enter}{Enter}nonsense');
  await retype('New accounts a day for each agent', '99999');
  await save();
  await screen.findByText('Line 2: Enter a domain, such as example.com.');
  screen.getByText('Use at most 200 lines.');
  screen.getByText('Enter 10000 or less.');
  screen.getByText('Enter 0 or more.');
  // Beside the button: the fields may be out of sight.
  screen.getByText(/Nothing is saved yet/);
  expect(screen.getByLabelText('Allowed domains')).toHaveProperty('value', 'example.com\nnonsense');
  expect(screen.getByLabelText('New accounts a day for each agent')).toHaveProperty('value', '99999');
  expect(screen.queryByText(/Check the highlighted fields/)).toBeNull();
});

test.each(['New accounts a day for each agent', 'People a day for all rules of this project'])(
  '%s must be a whole number',
  async (label) => {
    const { screen, retype, save, payloads } = await openPolicy();
    await retype(label, 'many');
    await save();
    await screen.findByText('Enter a whole number.');
    expect(payloads('saveCustomerPolicy')).toEqual([]);
  },
);

test('groups or organizations that are to be chosen must be', async () => {
  const { screen, user, save, payloads } = await openPolicy();
  await choose(user, 'Agents who can create customers', 'Agents who are in certain groups');
  await choose(user, 'Organizations that customers can be added to', 'Certain organizations');
  await save();
  await screen.findByText('Choose at least one group.');
  screen.getByText('Choose at least one organization.');
  expect(payloads('saveCustomerPolicy')).toEqual([]);
});

test('after a conflict the input stays until the rules are read again', async () => {
  let reads = 0;
  const { screen, user, retype, save } = await openPolicy({
    readCustomerPolicy: () => {
      reads += 1;
      return ok(aPolicy({ dailyPerAgent: reads === 1 ? 20 : 3 }, 6 + reads));
    },
    saveCustomerPolicy: () => no({ code: 'CONFLICT', what: 'settings' }),
  });
  await retype('New accounts a day for each agent', '9');
  await save();
  await screen.findByText(/Another administrator saved/);
  expect(screen.getByLabelText('New accounts a day for each agent')).toHaveProperty('value', '9');
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  await expect.poll(() => screen.queryByLabelText('New accounts a day for each agent')).toHaveProperty('value', '3');
});

test('what is typed stays when saving fails, and survives a look at the audit', async () => {
  const { screen, user, retype, save, payloads } = await openPolicy({
    saveCustomerPolicy: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
    readCustomerAudit: () => ok({ rows: [] }),
  });
  await retype('Denied domains', 'mail.example.com');
  await save();
  await screen.findByText('The app’s storage isn’t responding');
  await user.click(screen.getByRole('tab', { name: 'Audit' }));
  await screen.findByText(/Nothing was done/);
  await user.click(screen.getByRole('tab', { name: 'Service projects' }));
  expect(await screen.findByLabelText('Denied domains')).toHaveProperty('value', 'mail.example.com');
  expect(payloads('readCustomerPolicy')).toHaveLength(1);
});

test('rules that can’t be read say so, and the way back stays', async () => {
  const { screen, user } = await open({ readCustomerPolicy: () => no({ code: 'NOT_FOUND', what: 'project' }) });
  await pressIn(user, /SUP/, 'Open');
  await screen.findByText('Not found');
  await user.click(screen.getByRole('button', { name: 'Back to all projects' }));
  expect(await screen.findByRole('row', { name: /SUP/ })).toBeDefined();
});
