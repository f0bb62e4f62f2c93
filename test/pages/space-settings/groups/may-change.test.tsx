// A group that nobody may change says so before anybody has chosen many people.
import { describe, expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { pick } from '../../people';
import { aGroupView } from '../answers';
import { openGroup } from './open-group';

const TITLE = 'This group can’t be changed here';

function forbidden() {
  return ok({ blocked: { reason: 'GROUP_GIVES_ADMIN_ACCESS' } } as const);
}

describe('a group that gives admin access', () => {
  test('says so once somebody is picked, offers no change anymore, and keeps the focus on the page', async () => {
    const { screen, user, asked } = await openGroup(aGroupView(['ben']), { mayChangeGroup: forbidden });
    expect(asked['mayChangeGroup']).toBeUndefined();
    await pick(user, /People to add/, 'Ada Author');
    await screen.findByText(TITLE);
    screen.getByText(/^It gives admin access, so this app never touches it/);
    expect(screen.queryByRole('combobox', { name: /People to add/ })).toBeNull();
    for (const name of ['Add to group', 'Bring a list', 'Remove']) {
      expect(screen.queryByRole('button', { name: new RegExp(`^${name}`) })).toBeNull();
    }
    await expect.poll(() => document.activeElement?.textContent).toBe('Back to all groups');
    expect(asked['mayChangeGroup']).toEqual([{ groupId: 'g-writers' }]);
  });

  test('says so once a member is selected', async () => {
    const { screen, user } = await openGroup(aGroupView(['ben']), { mayChangeGroup: forbidden });
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben Builder' }));
    await screen.findByText(TITLE);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('says so once somebody wants to delete it, and asks for no name', async () => {
    const { screen, user } = await openGroup(aGroupView(), { mayChangeGroup: forbidden });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('button', { name: /^Delete/ }));
    await screen.findByText(TITLE);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('says so once somebody wants to bring a list, before it is pasted', async () => {
    const { screen, user } = await openGroup(aGroupView(), { mayChangeGroup: forbidden });
    await user.click(screen.getByRole('button', { name: 'Bring a list' }));
    await screen.findByText(TITLE);
    expect(screen.queryByLabelText('People')).toBeNull();
  });
});

test('a group that may be changed is asked about once', async () => {
  const { screen, user, asked } = await openGroup(aGroupView());
  await pick(user, /People to add/, 'Ada Author', 'Ben Builder');
  await user.click(screen.getByRole('button', { name: 'Bring a list' }));
  await screen.findByLabelText('People');
  expect(asked['mayChangeGroup']).toHaveLength(1);
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('where nobody knows, people can be picked, and it is asked again', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    mayChangeGroup: () => no({ code: 'RATE_LIMITED', changed: 'nothing', retryAfterSeconds: 1 }),
    addMembers: () => ok({ people: [{ accountId: account('ada'), outcome: 'added' }] }),
    listMembers: () => ok({ accountIds: [account('ada')], start: 0, total: 1 }),
  });
  await pick(user, /People to add/, 'Ada Author');
  await expect.poll(() => asked['mayChangeGroup']).toHaveLength(1);
  await pick(user, /People to add/, 'Ben Builder');
  await expect.poll(() => asked['mayChangeGroup']).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  expect(await screen.findByText('1 of 1 added')).toBeDefined();
});
