import { expect, test } from 'vitest';

import type { CustomerResult } from '../../../src/shared/customers/results';
import { account, no, ok } from '../answers';
import { choose } from '../people';
import { ACME, aQuota, aResult, aView, EXISTS, GLOBEX, NEW } from './answers';
import { check, create, held, open } from './open';

const quota = aQuota({ usedToday: 5, left: 15 });
const refusedLine = { outcome: 'notAllowed', rule: 'DOMAIN_DENIED' } as const;
function checksAll(payload: { people: unknown[] }) {
  return ok({ people: payload.people.map(() => NEW), quota: aQuota({ left: 99 }) });
}

test('what the button will do stands above it in numbers, and it names what it does', async () => {
  const view = aView({ addToProject: false });
  const { screen, user, payloads } = await open({
    openCustomers: () => ok(view),
    previewCustomers: () => ok({ people: [NEW, NEW, EXISTS, refusedLine], quota: aQuota() }),
  });
  await user.click(await screen.findByLabelText('People'));
  await user.paste('ada@example.com\nben@example.com\ncleo@example.com\ndan@denied.com');
  await choose(user, 'Organizations (optional)', 'Acme');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByRole('button', { name: 'Create 2 and add 1 customer' });
  screen.getByText('Checked 4: 2 new, 1 with an account, 1 left out.');
  screen.getByText(
    'They’re added to Acme. This app can’t delete an account. People and lines that are left out stay in the list.',
  );
  expect(payloads('createCustomers')).toEqual([]);
});

test.each([
  [
    2,
    'agent',
    'Create 2 customers',
    '2 of 20 new accounts left today, and 3 needed',
    /The first 2 are created\. The other one stays.*limit for each agent/,
  ],
  [
    1,
    'site',
    'Create 1 customer',
    '1 new account left today, and 3 needed',
    /The first one is created\. The other 2 stay.*limit of the site/,
  ],
  [
    0,
    'agent',
    undefined,
    '0 of 20 new accounts left today, and 3 needed',
    /The 3 new people stay in the list\. Come back after Nov 29, 2026/,
  ],
] as const)(
  'if the quota is too small, the page says so, what to do, and creates only as many: %d left of the %s’s',
  async (left, limitedBy, button, title, text) => {
    const opened = await open({
      previewCustomers: () => ok({ people: [NEW, NEW, NEW], quota: aQuota({ left, limitedBy }) }),
    });
    const { screen, user } = opened;
    await user.click(await screen.findByLabelText('People'));
    await user.paste('ada@example.com\nben@example.com\ncleo@example.com');
    await user.click(screen.getByRole('button', { name: 'Check' }));
    await screen.findByText(title);
    screen.getByText(text);
    const buttons = screen.queryAllByRole('button', { name: /^(Create|Add) / });
    expect(buttons.map(({ textContent }) => textContent)).toEqual(button === undefined ? [] : [button]);
  },
);

test('who exists already is added even when the quota is used up', async () => {
  const { screen, payloads } = await create('ada@example.com\nben@example.com', 'Add 1 customer', {
    previewCustomers: () => ok({ people: [NEW, EXISTS], quota: aQuota({ left: 0 }) }),
    createCustomers: () => ok({ people: [aResult()], quota: aQuota({ left: 0 }) }),
  });
  await screen.findByText('1 of 1 customers added');
  expect(payloads('createCustomers')).toEqual([{ people: [{ email: 'ben@example.com' }], organizationIds: [] }]);
});

test('one press creates; results stand on the page, without a flag, and the quota is told anew', async () => {
  const { screen, view, payloads } = await create(
    'Ada <ada@example.com>\ndan@denied.com\nben@example.com',
    'Create 1 and add 1 customer',
    {
      previewCustomers: () => ok({ people: [NEW, refusedLine, EXISTS], quota: aQuota() }),
      createCustomers: () => ok({ people: [aResult(), aResult()], quota }),
    },
  );
  await screen.findByText('2 of 2 customers added');
  expect(payloads('createCustomers')).toEqual([
    {
      people: [{ email: 'ada@example.com', displayName: 'Ada' }, { email: 'ben@example.com' }],
      organizationIds: [],
    },
  ]);
  screen.getByText(/New accounts: 15 of 20 left today/);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(view.flags).toEqual([]);
});

test('a second press while the first is under way sends nobody again', async () => {
  const answers = held(() => ok({ people: [aResult()], quota }));
  const { screen, payloads } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: answers.call,
  });
  const button = await screen.findByRole('button', { name: 'Create 1 customer' });
  // Both before the page is drawn anew.
  button.click();
  button.click();
  await expect.poll(answers.isAsked).toBe(true);
  answers.release();
  await screen.findByText('1 of 1 customers added');
  expect(payloads('createCustomers')).toHaveLength(1);
});

test('what is left goes back into the field as it was written, and the keyboard goes there', async () => {
  const { screen, user } = await create(
    'Ada <ada@example.com>\nnonsense\ndan@denied.com; eve@example.com',
    'Create 2 customers',
    {
      previewCustomers: () => ok({ people: [NEW, refusedLine, NEW], quota: aQuota() }),
      createCustomers: () => ok({ people: [aResult(), aResult()], quota }),
    },
  );
  const back = await screen.findByRole('button', { name: 'Back to the list: 2 left' });
  await expect.poll(() => document.activeElement).toBe(back);
  expect(screen.queryByLabelText('People')).toBeNull();
  await user.click(back);
  await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', 'nonsense\ndan@denied.com');
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('People'));
  screen.getByText('2 of 2 customers added');
});

test('if nothing is left, the page offers to create more', async () => {
  const { screen, user } = await create('ada@example.com', 'Create 1 customer', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: () => ok({ people: [aResult()], quota }),
  });
  await user.click(await screen.findByRole('button', { name: 'Create more customers' }));
  await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', '');
});

function createOne(result: CustomerResult) {
  return create('ada@example.com', 'Create 1 customer', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: () => ok({ people: [result], quota }),
  });
}

test('created, but an organization refused the agent: says both, names it, and keeps nothing in the list', async () => {
  const { screen } = await createOne(
    aResult({
      organizations: [
        { organizationId: ACME.organizationId, outcome: 'added' },
        { organizationId: GLOBEX.organizationId, outcome: 'refused' },
      ],
    }),
  );
  await screen.findByText('Partly done');
  screen.getByText('0 of 1 customers added');
  screen.getByText('Account created.');
  screen.getByText('Added to this service project.');
  screen.getByText('Added to organization Acme.');
  screen.getByText(
    /Not added to organization Globex: Jira doesn’t let you add people to it\. Ask a Jira administrator/,
  );
  expect(screen.getByRole('button', { name: 'Create more customers' })).toBeDefined();
});

test.each([
  ['createdNotFound', 'Not done', /created the account, but it can’t be found yet/],
  ['unknown', 'Not known', /Jira’s answer was lost.*one address never gets two accounts/],
  ['emailRejected', 'Not done', /didn’t accept this email address/],
] as const)(
  '%s: says so, without a word about later steps, and the line can be tried again',
  async (outcome, sign, text) => {
    const { screen, user } = await createOne(aResult({ account: { outcome }, project: 'notTried' }));
    await screen.findByText(sign);
    screen.getByText(text);
    expect(screen.queryByText(/this service project yet/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Back to the list: 1 left' }));
    await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', 'ada@example.com');
  },
);

test('exists but nobody sees it: says who can help, and does not offer to try again', async () => {
  const { screen } = await createOne(aResult({ account: { outcome: 'existsNotVisible' }, project: 'notTried' }));
  await screen.findByText(/neither you nor the privileged user can see it.*Ask a site admin/);
  expect(screen.getByRole('button', { name: 'Create more customers' })).toBeDefined();
});

test('who could not be done stands first', async () => {
  const failed = aResult({ account: { outcome: 'failed', code: 'UPSTREAM_UNAVAILABLE' }, project: 'notTried' });
  const { screen } = await create('ada@example.com\nben@example.com', 'Create 2 customers', {
    previewCustomers: checksAll,
    createCustomers: () => ok({ people: [aResult(), failed], quota }),
  });
  await screen.findByText('1 of 2 customers added');
  screen.getByText('Finished: 1 of 2 customers added. New accounts: 1.');
  expect(screen.getAllByText(/^(ada|ben)@example\.com$/).map(({ textContent }) => textContent)).toEqual([
    'ben@example.com',
    'ada@example.com',
  ]);
});

test('a failure of the whole says why, and everything is still in the list', async () => {
  const { screen, user } = await create('Ada <ada@example.com>', 'Create 1 customer', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: () => no({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'deactivated' }),
  });
  await screen.findByText('Customers can’t be created right now');
  screen.getByText(/account is deactivated\. Ask a Confluence administrator/);
  await user.click(screen.getByRole('button', { name: 'Back to the list: 1 left' }));
  await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', 'Ada <ada@example.com>');
});

test('an answer that is lost says that sending again is safe, and sends the same again', async () => {
  let isLost = true;
  const { screen, user, payloads } = await create('ada@example.com', 'Create 1 customer', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: () => {
      if (isLost) throw new Error('lost');
      return ok({
        people: [aResult({ account: { outcome: 'existed', accountId: account('x'), kind: 'customer' } })],
        quota,
      });
    },
  });
  await screen.findByText('No result for 1 person. Sending them again doesn’t repeat anything that’s done.');
  isLost = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('1 of 1 customers added');
  expect(payloads('createCustomers')).toHaveLength(2);
});
