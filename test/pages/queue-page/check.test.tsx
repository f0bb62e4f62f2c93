import { expect, test } from 'vitest';

import { no, ok } from '../answers';
import { choose } from '../people';
import { anOrganization, aQuota, aView, EXISTS, NEW } from './answers';
import { check, open } from './open';

function emails(count: number) {
  return Array.from({ length: count }, (_none, index) => `p${String(index)}@example.com`);
}

test('each line is told apart before anything is done', async () => {
  const { screen, payloads } = await check(
    'ada@example.com\nben@example.com, Ben Builder\n\nCleo <cleo@elsewhere.com>\ndan@example.com\neve@example.com',
    {
      previewCustomers: () =>
        ok({
          people: [
            EXISTS,
            NEW,
            { outcome: 'notAllowed', rule: 'DOMAIN_NOT_ALLOWED' },
            { outcome: 'exists', kind: 'atlassian' },
            { outcome: 'unclear', code: 'UPSTREAM_UNAVAILABLE' },
          ],
          quota: aQuota(),
        }),
    },
  );
  await screen.findByText('Will be created');
  expect(screen.getAllByText('Exists')).toHaveLength(2);
  screen.getByText('A portal customer with this address already exists.');
  screen.getByText('This person has an Atlassian account, which is used as it is.');
  screen.getByText('Not allowed');
  screen.getByText(/isn’t one of those allowed.*Ask a Jira administrator to add it/);
  screen.getByText('Not clear');
  screen.getByText(/Couldn’t be checked\. Jira isn’t responding/);
  screen.getByText('Checked 5: 1 new, 2 with an account, 2 left out.');
  expect(payloads('previewCustomers')).toEqual([
    {
      people: [
        { email: 'ada@example.com' },
        { email: 'ben@example.com', displayName: 'Ben Builder' },
        { email: 'cleo@elsewhere.com', displayName: 'Cleo' },
        { email: 'dan@example.com' },
        { email: 'eve@example.com' },
      ],
      organizationIds: [],
    },
  ]);
});

test('the organizations that are chosen are sent along', async () => {
  const { screen, user, payloads } = await open({ previewCustomers: () => ok({ people: [NEW], quota: aQuota() }) });
  await user.type(await screen.findByLabelText('People'), 'ada@example.com');
  await choose(user, 'Organizations (optional)', 'Acme');
  await choose(user, 'Organizations (optional)', 'Globex');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Will be created');
  expect(payloads('previewCustomers')).toEqual([
    { people: [{ email: 'ada@example.com' }], organizationIds: ['1', '2'] },
  ]);
});

test.each(['', ' \n;;'])('an empty list is told at the field, and nothing is sent: %j', async (text) => {
  const { screen, user, payloads } = await open();
  await user.click(await screen.findByLabelText('People'));
  if (text !== '') await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Enter at least one email address.');
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('People'));
  expect(payloads('previewCustomers')).toEqual([]);
});

test('if no line can be read, all faults are told at the field with their lines, and nothing is sent', async () => {
  const { screen, payloads } = await check('nonsense\n\njane@\nalice@a.example, Bob, carl@c.example');
  const problem = await screen.findByText(/^Line 1:/);
  expect(problem.textContent).toMatch(
    /Line 1: There’s no email.*Line 3: “jane@” isn’t.*Line 4: There’s no email address in “Bob”/,
  );
  expect(screen.getByLabelText('People')).toHaveProperty(
    'value',
    'nonsense\n\njane@\nalice@a.example, Bob, carl@c.example',
  );
  expect(payloads('previewCustomers')).toEqual([]);
});

test('more people than a list may have are counted at the field, and nothing is sent', async () => {
  const { screen, payloads } = await check(emails(301).join(', '));
  await screen.findByText('Enter at most 300 people at a time. This list has 301.');
  expect(payloads('previewCustomers')).toEqual([]);
});

test('lines that can’t be read are told first, all of them, and the others are checked', async () => {
  const { screen, payloads } = await check('nonsense\nada@example.com\njane@', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
  });
  await screen.findByText('Checked 1: 1 new, 2 lines not understood.');
  screen.getByText('Line 1');
  screen.getByText('Line 3');
  screen.getByText('There’s no email address in “nonsense”.');
  screen.getByText(/“jane@” isn’t an email address/);
  expect(payloads('previewCustomers')).toEqual([{ people: [{ email: 'ada@example.com' }], organizationIds: [] }]);
});

test('who is named twice is sent once, with the name that one line gives, and the page tells both lines', async () => {
  const { screen, payloads } = await check('ada@example.com\nben@example.com\nAda Lovelace <ADA@example.com>', {
    previewCustomers: () => ok({ people: [NEW, NEW], quota: aQuota() }),
  });
  await screen.findByText('1 duplicate merged: ada@example.com (lines 1, 3).');
  expect(payloads('previewCustomers')).toEqual([
    {
      people: [{ email: 'ada@example.com', displayName: 'Ada Lovelace' }, { email: 'ben@example.com' }],
      organizationIds: [],
    },
  ]);
});

test('a name that isn’t taken is told in the line of its address', async () => {
  const { screen, payloads } = await check('ada@example.com\t+49 170 1234567', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
  });
  await screen.findByText(/Name not taken/);
  expect(payloads('previewCustomers')).toEqual([{ people: [{ email: 'ada@example.com' }], organizationIds: [] }]);
});

test('more organizations than one request takes are named at the field, and nothing is sent', async () => {
  const organizations = ['3', '4', '5', '6', '7', '8'].map((id) => anOrganization(id, `Company ${id}`));
  const { screen, user, payloads } = await open({ openCustomers: () => ok(aView({ organizations })) });
  await user.type(await screen.findByLabelText('People'), 'ada@example.com');
  for (const { name } of organizations) await choose(user, 'Organizations (optional)', name);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Choose at most 5 organizations.');
  expect(payloads('previewCustomers')).toEqual([]);
});

test('a check that fails keeps what is typed, and can be made again', async () => {
  let isDown = true;
  const { screen, user } = await check('ada@example.com', {
    previewCustomers: () =>
      isDown
        ? no({ code: 'RATE_LIMITED', retryAfterSeconds: 7, changed: 'nothing' })
        : ok({ people: [NEW], quota: aQuota() }),
  });
  await screen.findByText(/Try again in 7 seconds/);
  expect(screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Will be created')).toBeDefined();
});

test('what was checked no longer stands once something else is typed', async () => {
  const { screen, user } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
  });
  await screen.findByRole('button', { name: 'Create 1 customer' });
  await user.type(screen.getByLabelText('People'), '{Enter}ben@example.com');
  await expect.poll(() => screen.queryByRole('button', { name: 'Create 1 customer' })).toBeNull();
  expect(screen.queryByText('Will be created')).toBeNull();
});

test('where nobody may be created there is nothing to press, and the page says what to do', async () => {
  const { screen } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [{ outcome: 'notAllowed', rule: 'DOMAIN_DENIED' }], quota: aQuota() }),
  });
  await screen.findByText(/The email domain is denied/);
  screen.getByText(/None of these people can be added/);
  expect(screen.queryByRole('button', { name: /^(Create|Add)/ })).toBeNull();
});

test('that only Jira administrators manage organizations is said at the check', async () => {
  const { screen, user } = await open({
    previewCustomers: () => ok({ people: [NEW], quota: aQuota(), organizationsRefused: true }),
  });
  await user.type(await screen.findByLabelText('People'), 'ada@example.com');
  await choose(user, 'Organizations (optional)', 'Acme');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('You can’t add people to organizations');
  expect(screen.getByText('They become customers of Support. This app can’t delete an account.')).toBeDefined();
});

test('organizations that were loaded later can be chosen, and are sent', async () => {
  const { screen, user, payloads } = await open({
    openCustomers: () => ok(aView({ organizations: [anOrganization('1', 'Acme')], nextOrganizations: 1 })),
    listOrganizations: () => ok({ organizations: [anOrganization('9', 'Zenith')] }),
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
  });
  await user.click(await screen.findByRole('button', { name: 'Load more organizations' }));
  await screen.findByText('All 2 organizations are loaded.');
  await choose(user, 'Organizations (optional)', 'Zenith');
  await user.type(screen.getByLabelText('People'), 'ada@example.com');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText(/are added to Zenith/);
  expect(payloads('previewCustomers')).toEqual([{ people: [{ email: 'ada@example.com' }], organizationIds: ['9'] }]);
});

test('rules that were switched off meanwhile say so', async () => {
  const { screen } = await check('ada@example.com', {
    previewCustomers: () => no({ code: 'FORBIDDEN', reason: 'CUSTOMERS_OFF' }),
  });
  await screen.findByText(/Creating customers is turned off.*Nothing was changed\. Ask a Jira administrator/);
  expect(screen.queryByText('What will happen')).toBeNull();
});
