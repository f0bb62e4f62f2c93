import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { aGroupView, anotherGroup } from '../answers';
import { openGroup } from '../groups/open-group';
import { aChange, aRow } from './a-change';
import { openChange } from './open-change';

test('a space without lists shows nothing of them', async () => {
  const { screen } = await openGroup(aGroupView());
  await screen.findByRole('combobox', { name: /People to add/ });
  expect(screen.queryByText('Lists of this space')).toBeNull();
});

test('lists that can not be read can be read again', async () => {
  let isBroken = true;
  const { screen, user } = await openGroup(aGroupView(), {
    listChanges: () =>
      isBroken ? no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) : ok({ changes: [aRow({ state: 'done' })] }),
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  isBroken = false;
  await user.click(again);
  expect(await screen.findByRole('button', { name: 'Show: Lists of this space' })).toBeDefined();
});

test('a change of another group does not stand before the picker', async () => {
  const groups = [{ groupId: anotherGroup.groupId, groupName: anotherGroup.groupName }];
  const { screen } = await openChange(aChange({ state: 'running', groups }));
  await screen.findByRole('button', { name: 'Show: Lists of this space' });
  expect(screen.getByRole('combobox', { name: /People to add/ })).toBeDefined();
});
