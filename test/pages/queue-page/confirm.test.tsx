// Somebody whose account only bears the address as its name: the agent confirms it, or it stays out.
import { expect, test } from 'vitest';

import type { CustomerPreview, CustomerResult } from '../../../src/shared/customers/results';
import { account, ok } from '../answers';
import { aQuota, NEW } from './answers';
import { check } from './open';

const ACCOUNT = account('qm:desk:0000abcdef');
const NAMED: CustomerPreview = { outcome: 'namedByAddress', accountId: ACCOUNT };
const DONE: CustomerResult = {
  account: { outcome: 'existed', accountId: ACCOUNT, kind: 'customer' },
  project: 'added',
  organizations: [],
};
const TICK = /Account …abcdef belongs to ada@example.com/;

test('is left out until the agent ticks it, and is then sent with that account', async () => {
  const { screen, user, payloads } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [NAMED], quota: aQuota() }),
    createCustomers: () => ok({ people: [DONE], quota: aQuota() }),
  });
  await screen.findByText(/Jira hides this account’s email \(account …abcdef\)/);
  const tick = screen.getByRole('checkbox', { name: TICK });
  expect(tick).toHaveProperty('checked', false);
  screen.getByText('Checked 1: 1 left out.');
  expect(screen.queryByRole('button', { name: 'Add 1 customer' })).toBeNull();
  tick.focus();
  await user.keyboard(' ');
  // The line that screen readers are told about.
  await screen.findByText('Checked 1: 1 with an account.');
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: TICK }));
  await user.click(screen.getByRole('button', { name: 'Add 1 customer' }));
  await screen.findByText('1 of 1 customers added');
  expect(payloads('createCustomers')).toEqual([
    { people: [{ email: 'ada@example.com', confirmedAccountId: ACCOUNT }], organizationIds: [] },
  ]);
});

test('can be taken back, and no other check keeps it', async () => {
  const { screen, user } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [NAMED], quota: aQuota() }),
  });
  await user.click(await screen.findByRole('checkbox', { name: TICK }));
  await screen.findByText('Confirmed');
  await user.click(screen.getByRole('checkbox', { name: TICK }));
  await screen.findByText('Checked 1: 1 left out.');
  await user.click(screen.getByRole('checkbox', { name: TICK }));
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Checked 1: 1 left out.');
  expect(screen.getByRole('checkbox', { name: TICK })).toHaveProperty('checked', false);
});

test('found out only when they were to be created, they are offered at the next check', async () => {
  const { screen, user } = await check('ada@example.com', {
    previewCustomers: () => ok({ people: [NEW], quota: aQuota() }),
    createCustomers: () =>
      ok({
        people: [
          { account: { outcome: 'namedByAddress', accountId: ACCOUNT }, project: 'notTried', organizations: [] },
        ],
        quota: aQuota(),
      }),
  });
  await user.click(await screen.findByRole('button', { name: 'Create 1 customer' }));
  await screen.findByText(/The account …abcdef has the address as its name/);
  await user.click(await screen.findByRole('button', { name: 'Back to the list: 1 left' }));
  await user.click(await screen.findByRole('button', { name: 'Check' }));
  expect(await screen.findByRole('checkbox', { name: TICK })).toHaveProperty('checked', false);
});
