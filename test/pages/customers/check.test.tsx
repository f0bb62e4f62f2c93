import { expect, test } from 'vitest';

import { no, ok } from '../space/answers';
import { choose } from '../space/people';
import { anOrganization, aView, EXISTS, NEW } from './answers';
import { check, open } from './open';

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
        }),
    },
  );
  await screen.findByText('Will be created');
  expect(screen.getAllByText('Exists')).toHaveLength(2);
  screen.getByText('There is a portal customer with this address already.');
  screen.getByText('This person has an Atlassian account, which is used as it is.');
  screen.getByText('Not allowed');
  screen.getByText(/not among those that are allowed.*Ask a Jira administrator to add it/);
  screen.getByText('Not clear');
  screen.getByText(/Could not be checked\. Jira gave no answer/);
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
  const { screen, user, payloads } = await open({ previewCustomers: () => ok({ people: [NEW] }) });
  await user.type(await screen.findByLabelText('People'), 'ada@example.com');
  await choose(user, 'Organizations (optional)', 'Acme');
  await choose(user, 'Organizations (optional)', 'Globex');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Will be created');
  expect(payloads('previewCustomers')).toEqual([
    { people: [{ email: 'ada@example.com' }], organizationIds: ['1', '2'] },
  ]);
});

test.each([
  ['', 'Enter at least one e-mail address.'],
  ['ada@example.com\nben@example.com\nADA@example.com', /Line 3: ADA@example\.com is in line 1 already/],
])('what is wrong with the list as a whole is said at the field, and nothing is sent: "%s"', async (text, problem) => {
  const { screen, payloads } = await check(text);
  await screen.findByText(problem);
  expect(payloads('previewCustomers')).toEqual([]);
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

test('problems that the back end finds are said at the field, with the line as it now stands', async () => {
  const fields = [{ field: 'people.1.displayName', message: 'Use a shorter name.' }];
  const { screen } = await check('ada@example.com\n\n\nben@example.com', {
    previewCustomers: () => no({ code: 'INVALID_INPUT', fields }),
  });
  await screen.findByText('Line 2: Use a shorter name.');
  expect(screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com\nben@example.com');
  expect(screen.queryByText(/can’t be accepted/)).toBeNull();
});

test('a check that fails keeps what is typed, and can be made again', async () => {
  let isDown = true;
  const { screen, user } = await check('ada@example.com', {
    previewCustomers: () =>
      isDown ? no({ code: 'RATE_LIMITED', retryAfterSeconds: 7, changed: 'nothing' }) : ok({ people: [NEW] }),
  });
  await screen.findByText(/Try again in 7 seconds/);
  expect(screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Will be created')).toBeDefined();
});

test('what was checked no longer stands once something else is typed', async () => {
  const { screen, user } = await check('ada@example.com', { previewCustomers: () => ok({ people: [NEW] }) });
  await screen.findByRole('button', { name: 'Create and add' });
  await user.type(screen.getByLabelText('People'), '{Enter}ben@example.com');
  await expect.poll(() => screen.queryByRole('button', { name: 'Create and add' })).toBeNull();
  expect(screen.queryByText('Will be created')).toBeNull();
});

test('where no line may be created there is nothing to press, and the page says what to do', async () => {
  const { screen } = await check('nonsense', {
    previewCustomers: () => ok({ people: [{ outcome: 'notAllowed', rule: 'EMAIL_INVALID' }] }),
  });
  await screen.findByText('This is not an e-mail address. Correct it and try again.');
  screen.getByText(/None of these people can be added/);
  expect(screen.queryByRole('button', { name: 'Create and add' })).toBeNull();
});

test('rules that were switched off meanwhile say so', async () => {
  const { screen } = await check('ada@example.com', {
    previewCustomers: () => no({ code: 'FORBIDDEN', reason: 'CUSTOMERS_OFF' }),
  });
  await screen.findByText(/Creating customers is switched off.*Nothing was changed\. Ask a Jira administrator/);
  expect(screen.queryByText('What will happen')).toBeNull();
});
