import { expect, test } from 'vitest';

import type { CustomerResult } from '../../../src/shared/customer-results';
import { account, no, ok } from '../space/answers';
import { choose } from '../space/people';
import { ACME, aResult, aView, EXISTS, GLOBEX, NEW } from './answers';
import { create, open } from './open';

const quota = { daily: 20, usedToday: 5 };
const refusedLine = { outcome: 'notAllowed', rule: 'DOMAIN_DENIED' } as const;

test('the dialog says how many accounts will be created, what else happens, and what is left out', async () => {
  const { dialog, payloads } = await create('ada@example.com\nben@example.com\ncleo@example.com\ndan@denied.com', {
    previewCustomers: () => ok({ people: [NEW, NEW, EXISTS, refusedLine] }),
  });
  expect(dialog.textContent).toMatch(
    /Create 2 accounts\?.*2 new accounts will be created.*One person who exists already will be added.*They become customers of Support\..*left out: 1\. They stay in the field/,
  );
  expect(payloads('createCustomers')).toEqual([]);
});

test('the dialog names the organizations, and says when the quota is too small', async () => {
  const view = aView({ addToProject: false, quota: { daily: 3, usedToday: 2 } });
  const { screen, user } = await open({
    openCustomers: () => ok(view),
    previewCustomers: () => ok({ people: [NEW, NEW] }),
  });
  await user.click(await screen.findByLabelText('People'));
  await user.paste('ada@example.com\nben@example.com');
  await choose(user, 'Organizations (optional)', 'Acme');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await user.click(await screen.findByRole('button', { name: 'Create and add' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toMatch(
    /They are added to Acme\..*You may create 1 more today, so the rest will be refused/,
  );
});

test('only the lines that may be are sent; the others stay in the field, and the quota is told anew', async () => {
  const { screen, view, confirm, payloads } = await create('Ada <ada@example.com>\ndan@denied.com\nben@example.com', {
    previewCustomers: () => ok({ people: [NEW, refusedLine, EXISTS] }),
    createCustomers: () => ok({ people: [aResult(), aResult()], quota }),
  });
  await confirm();
  await screen.findByText('2 of 2 done');
  expect(payloads('createCustomers')).toEqual([
    {
      people: [{ email: 'ada@example.com', displayName: 'Ada' }, { email: 'ben@example.com' }],
      organizationIds: [],
    },
  ]);
  screen.getByText(/may create today: 15 of 20/);
  expect(screen.getByLabelText('People')).toHaveProperty('value', 'dan@denied.com');
  expect(view.flags.map(({ title, type }) => [title, type])).toEqual([['People who are done: 2 of 2', 'success']]);
  expect(screen.queryByRole('button', { name: 'Try the rest again' })).toBeNull();
});

const createOne = async (result: CustomerResult) => {
  const opened = await create('ada@example.com', {
    previewCustomers: () => ok({ people: [NEW] }),
    createCustomers: () => ok({ people: [result], quota }),
  });
  await opened.confirm();
  return opened;
};

test('created, but an organization refused the agent: says both, names it, and does not offer to try again', async () => {
  const { screen, view } = await createOne(
    aResult({
      organizations: [
        { organizationId: ACME.organizationId, outcome: 'added' },
        { organizationId: GLOBEX.organizationId, outcome: 'refused' },
      ],
    }),
  );
  await screen.findByText('Partly done');
  screen.getByText('The account is created.');
  screen.getByText('Is a customer of this service project.');
  screen.getByText('Is in organization Acme.');
  screen.getByText(
    /Not added to organization Globex: Jira does not let you add people to it\. Ask a Jira administrator/,
  );
  expect(screen.queryByRole('button', { name: 'Try the rest again' })).toBeNull();
  expect(view.flags[0]).toMatchObject({ type: 'warning', title: 'People who are done: 0 of 1' });
});

test.each([
  ['createdNotFound', 'Not done', /is created, but it can’t be found yet/],
  ['unknown', 'Not known', /the answer was lost.*one address never gets two accounts/],
  ['notTried', 'Not done', /Not tried/],
  ['emailRejected', 'Not done', /did not accept this e-mail address/],
] as const)(
  '%s: says so, without a word about later steps, and the line can be tried again',
  async (outcome, sign, text) => {
    const { screen, user } = await createOne(aResult({ account: { outcome }, project: 'notTried' }));
    await screen.findByText(sign);
    screen.getByText(text);
    expect(screen.queryByText(/this service project yet/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try the rest again' }));
    await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com');
  },
);

test('exists but nobody sees it: says who can help, and does not offer to try again', async () => {
  const { screen } = await createOne(aResult({ account: { outcome: 'existsNotVisible' }, project: 'notTried' }));
  await screen.findByText(/neither you nor the privileged user can see it.*Ask a site administrator/);
  expect(screen.queryByRole('button', { name: 'Try the rest again' })).toBeNull();
});

test('the rest goes back into the field, before what is still there, and what is done stays on show', async () => {
  const failed = aResult({
    account: { outcome: 'failed', code: 'RATE_LIMITED', retryAfterSeconds: 9 },
    project: 'notTried',
  });
  const partly = aResult({
    account: { outcome: 'existed', accountId: account('x'), kind: 'customer' },
    project: 'failed',
  });
  const { screen, user, confirm } = await create(
    'Ada <ada@example.com>\nben@example.com\ncleo@example.com\ndan@denied.com',
    {
      previewCustomers: () => ok({ people: [NEW, NEW, EXISTS, refusedLine] }),
      createCustomers: () => ok({ people: [failed, aResult(), partly], quota }),
    },
  );
  await confirm();
  await screen.findByText('1 of 3 done');
  screen.getByText('New accounts: 1.');
  screen.getByText(/Try again in 9 seconds/);
  await user.click(screen.getByRole('button', { name: 'Try the rest again' }));
  await screen.findByText('1 of 1 done');
  expect(screen.getByLabelText('People')).toHaveProperty(
    'value',
    'Ada <ada@example.com>\ncleo@example.com\ndan@denied.com',
  );
  expect(document.activeElement).toBe(screen.getByLabelText('People'));
});

test('a failure of the whole is said in the dialog, and everything typed is still there', async () => {
  const { screen, user, dialog, confirm } = await create('ada@example.com', {
    previewCustomers: () => ok({ people: [NEW] }),
    createCustomers: () => no({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'deactivated' }),
  });
  await confirm();
  await screen.findByText('Customers can’t be created now');
  expect(dialog.textContent).toMatch(/account is deactivated\. Ask a Confluence administrator/);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com');
});
