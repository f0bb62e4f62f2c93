import { expect, test } from 'vitest';

import { ok } from '../../answers';
import { aGroup, aGroupView, anotherGroup } from '../answers';
import { aChange } from '../changes/a-change';
import { openGroup } from '../groups/open-group';

test('the members of another group of the space are planned', async () => {
  const { screen, user, asked } = await openGroup(
    aGroupView(),
    { planPeople: () => ok(aChange({ source: 'membersOf' })) },
    { groups: { groups: [aGroup(), anotherGroup] } },
  );
  await user.click(screen.getByRole('button', { name: 'Show: Other ways' }));
  await user.click(await screen.findByRole('button', { name: 'See who would be added' }));
  await screen.findByText('Choose a group.');
  await user.click(screen.getByRole('combobox', { name: 'Add the members of another group' }));
  await user.click(await screen.findByRole('option', { name: 'demo-readers' }));
  await user.click(screen.getByRole('button', { name: 'See who would be added' }));
  await screen.findByText('This adds 2 people.');
  expect(asked['planPeople']).toEqual([
    { groupId: 'g-writers', source: 'membersOf', fromGroupId: 'g-readers', people: [] },
  ]);
});
