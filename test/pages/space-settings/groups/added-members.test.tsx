// Since when members are in a group, and by whom, as far as the app knows.
import { expect, test } from 'vitest';

import { CLOSED_ACCOUNT } from '../../../../src/shared/broker/closed-account';
import { account } from '../../answers';
import { aGroupView } from '../answers';
import { openGroup } from './open-group';

const since = '2026-11-24T10:00:00.000Z';
const accountIds = [account('ada'), account('ben'), account('cleo')];

test('who was added through the app is shown with the person and the day, everybody else as added outside', async () => {
  const added = [
    { accountId: account('ada'), since, by: account('me') },
    { accountId: account('ben'), since, by: CLOSED_ACCOUNT },
  ];
  const members = { accountIds, start: 0, total: 3, added };
  const { screen } = await openGroup({ ...aGroupView(), members });
  screen.getByRole('columnheader', { name: 'Added' });
  await screen.findByRole('row', { name: /Ada Author.*Mia Me/ });
  const [ada, ben, cleo] = await Promise.all(
    ['Ada Author', 'Ben Builder', 'Cleo Coder'].map(
      async (name) => (await screen.findByRole('row', { name: new RegExp(`${name}.*Added`) })).textContent,
    ),
  );
  expect(ada).toMatch(/Added by.*Mia Me.*on Nov 24, 2026/);
  expect(ben).toMatch(/Added by.*a closed account.*on Nov 24, 2026/);
  expect(`${ada} ${ben}`).not.toMatch(/\d:\d|UTC/);
  expect(cleo).toMatch(/Added outside Space Steward/);
});

test('where nobody was added through the app, there is no column for it', async () => {
  const { screen } = await openGroup({ ...aGroupView(), members: { accountIds, start: 0, total: 3 } });
  await screen.findByRole('row', { name: /Cleo Coder/ });
  expect(screen.queryByRole('columnheader', { name: 'Added' })).toBeNull();
  expect(screen.queryByText(/Added outside/)).toBeNull();
});
