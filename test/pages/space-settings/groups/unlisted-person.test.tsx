import type { Screen } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { aGroupView } from '../answers';
import { openGroup, outcomes } from './open-group';

describe('a deactivated person', () => {
  const ID = '712020:5b10ac8d-82e0-4b22-93bd-d4c7a1b1f4e5';
  const people = { people: outcomes([ID, 'removed']) };
  async function lookUp(user: UserEvent, screen: Screen, pasted: string) {
    await user.click(await screen.findByRole('button', { name: 'Look up a deactivated person' }));
    await user.type(screen.getByLabelText('Account ID or profile link'), `${pasted}{Enter}`);
  }

  test('is looked up by the address of their profile, and can be removed', async () => {
    const { screen, user, asked } = await openGroup(aGroupView(['ada']), {
      isMember: () => ok({ isMember: true, account: 'deactivated' }),
      removeMembers: () => ok(people),
      listMembers: () => ok({ accountIds: [account('ada')], start: 0, total: 1 }),
    });
    await lookUp(user, screen, `https://acme.atlassian.net/wiki/people/${ID}?ref=confluence`);
    await screen.findByText('is deactivated, and still in this group.');
    screen.getByText('Once removed, they can’t be added back while they’re deactivated.');
    await user.click(screen.getByRole('button', { name: 'Remove from group' }));
    await screen.findByText('1 of 1 removed');
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
    expect(asked['isMember']).toEqual([{ groupId: 'g-writers', accountId: ID }]);
    expect(asked['removeMembers']).toEqual([{ groupId: 'g-writers', accountIds: [ID], confirmSelf: false }]);
    // The answer was from before the removal.
    expect(screen.queryByText('is deactivated, and still in this group.')).toBeNull();
  });

  test('is not named by an email, or by nothing', async () => {
    const { screen, user, asked } = await openGroup(aGroupView());
    await lookUp(user, screen, '');
    await screen.findByText('Enter an account ID or the address of a profile.');
    await user.type(screen.getByLabelText('Account ID or profile link'), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: 'Look up' }));
    await screen.findByText('Enter an account ID or the address of a profile, not an email.');
    expect(asked['isMember']).toBeUndefined();
  });

  test('whom Confluence doesn’t show is told as that', async () => {
    const { screen, user } = await openGroup(aGroupView(), {
      isMember: () => ok({ isMember: false, account: 'notShown' }),
    });
    await lookUp(user, screen, ID);
    expect(
      await screen.findByText('Confluence doesn’t show you anybody with this account ID. Check it.'),
    ).toBeDefined();
  });

  test('stays in if the removal fails, and it says why', async () => {
    const { screen, user } = await openGroup(aGroupView(), {
      isMember: () => ok({ isMember: true, account: 'deactivated' }),
      removeMembers: () => no({ code: 'AUDIT_UNAVAILABLE' }),
    });
    await lookUp(user, screen, ID);
    await user.click(await screen.findByRole('button', { name: 'Remove from group' }));
    await screen.findByText(/couldn’t write the audit entry/);
    expect(screen.getByText('is deactivated, and still in this group.')).toBeDefined();
  });
});
