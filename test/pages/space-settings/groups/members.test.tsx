import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { pick, pressIn } from '../../people';
import { aGroup, aGroupView } from '../answers';
import { openGroup, outcomes } from './open-group';

test('adds three people at once and shows them as members', async () => {
  const members = [account('ada'), account('ben'), account('cleo')];
  const { screen, user, asked } = await openGroup(aGroupView(), {
    addMembers: () => ok({ people: outcomes(['ada', 'added'], ['ben', 'added'], ['cleo', 'added']) }),
    listMembers: () => ok({ accountIds: members, start: 0, total: 3 }),
  });
  await screen.findByText('This group doesn’t have any active people.');
  await pick(user, /People to add/, 'Ada Author', 'Ben Builder', 'Cleo Coder');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await screen.findByText('3 of 3 added');
  await screen.findByText('1 to 3 of 3 members');
  await screen.findByRole('row', { name: /Cleo Coder/ });
  expect(asked['addMembers']).toEqual([{ groupId: 'g-writers', accountIds: ['ada', 'ben', 'cleo'] }]);
});

test('tells for each person how it went, and keeps picked whom it did not work for', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    addMembers: () =>
      ok({
        people: outcomes(
          ['ada', 'added'],
          ['ben', 'notAttempted'],
          ['cleo', 'refused', { reason: 'ACCOUNT_NOT_ELIGIBLE' }],
        ),
        stoppedBy: { code: 'RATE_LIMITED', retryAfterSeconds: 12 },
      }),
    listMembers: () => ok({ accountIds: [account('ada')], start: 0, total: 1 }),
  });
  await pick(user, /People to add/, 'Ada Author', 'Ben Builder', 'Cleo Coder');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await screen.findByText('1 of 3 added');
  screen.getByText(/Stopped early\. Atlassian asked this app to slow down/);
  screen.getByText('Try again in 12 seconds.');
  screen.getByText('Not tried. Try again.');
  screen.getByText(/Not changed\. This account can’t be a member here.*Pick another person/);
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await expect.poll(() => asked['addMembers']?.length).toBe(2);
  expect(asked['addMembers']?.[1]).toEqual({ groupId: 'g-writers', accountIds: ['ben', 'cleo'] });
});

test.each([
  ['nobody is picked', [], 25, 'Pick at least one person.'],
  ['more people are picked than the rules allow', ['Ada Author', 'Ben Builder'], 1, 'Pick at most 1 person at a time.'],
])('adds nobody and says why when %s', async (_what, names, most, problem) => {
  const { screen, user, asked } = await openGroup(aGroupView(), {}, { longestList: most });
  await pick(user, /People to add/, ...names);
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await screen.findByText(problem);
  expect(asked['addMembers']).toBeUndefined();
});

test('a failure of the whole call keeps the people picked', async () => {
  const { screen, user } = await openGroup(aGroupView(), { addMembers: () => no({ code: 'AUDIT_UNAVAILABLE' }) });
  await pick(user, /People to add/, 'Ada Author');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await screen.findByText(/couldn’t write the audit entry/);
  expect(screen.getByText('Ada Author')).toBeDefined();
});

test('removes one person without asking', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(['ada', 'ben']), {
    removeMembers: () => ok({ people: outcomes(['ada', 'removed']) }),
    listMembers: () => ok({ accountIds: [account('ben')], start: 0, total: 1 }),
  });
  await pressIn(user, /Ada Author/, 'Remove');
  await screen.findByText('1 of 1 removed');
  await screen.findByText('Removed 1 person');
  await expect.poll(() => screen.queryByRole('row', { name: /Ada Author/ })).toBeNull();
  expect(asked['removeMembers']).toEqual([{ groupId: 'g-writers', accountIds: ['ada'], confirmSelf: false }]);
});

test('a removal can be undone: who was removed is added back', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(['ada', 'ben']), {
    removeMembers: () => ok({ people: outcomes(['ada', 'removed', { attemptId: 'a-1' }]) }),
    undoChange: () => ok({ people: outcomes(['ada', 'added']) }),
    listMembers: () => ok({ accountIds: [account('ben')], start: 0, total: 1 }),
  });
  await pressIn(user, /Ada Author/, 'Remove');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('1 of 1 added');
  expect(asked['undoChange']).toEqual([{ attemptIds: ['a-1'], confirmSelf: false }]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('whoever removes several people and is among them confirms it first', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(['ada', 'me']), {
    removeMembers: () => ok({ people: outcomes(['ada', 'removed'], ['me', 'removed']) }),
    listMembers: () => ok({ accountIds: [], start: 0, total: 0 }),
  });
  for (const name of ['Select Ada Author', 'Select Mia Me']) {
    await user.click(await screen.findByRole('checkbox', { name }));
  }
  await user.click(await screen.findByRole('button', { name: 'Remove 2 people' }));
  const dialog = await screen.findByRole('dialog', { name: /Remove yourself from this group/ });
  expect(asked['removeMembers']).toBeUndefined();
  await user.click(within(dialog).getByRole('button', { name: 'Remove me' }));
  await screen.findByText('2 of 2 removed');
  expect(asked['removeMembers']).toEqual([{ groupId: 'g-writers', accountIds: ['ada', 'me'], confirmSelf: true }]);
});

test('people who think better of removing themselves stay in', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(['me']));
  await pressIn(user, /Mia Me/, 'Remove');
  const dialog = await screen.findByRole('dialog', { name: /Remove yourself/ });
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(asked['removeMembers']).toBeUndefined();
});

test('the server pages the members', async () => {
  const first = { accountIds: [account('ada')], start: 0, total: 26, nextStart: 25 };
  const { screen, user, asked } = await openGroup(aGroupView([], { members: first }), {
    listMembers: ({ start }) => ok(start === 0 ? first : { accountIds: [account('ben')], start, total: 26 }),
  });
  await screen.findByText('1 to 1 of 26 members');
  await user.click(screen.getByRole('button', { name: 'Next members' }));
  await screen.findByText('26 to 26 of 26 members');
  await screen.findByRole('row', { name: /Ben Builder/ });
  expect(screen.queryByRole('button', { name: 'Next members' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Previous members' }));
  await screen.findByText('1 to 1 of 26 members');
  expect(asked['listMembers']).toEqual([
    { groupId: 'g-writers', start: 25 },
    { groupId: 'g-writers', start: 0 },
  ]);
});

const UNLISTED = /^People who are deactivated aren’t in Confluence’s list and stay in the group\./;

test('the list says whom it leaves out, and where to find them', async () => {
  const { screen } = await openGroup(aGroupView(['ada']));
  expect((await screen.findByText(UNLISTED)).textContent).toMatch(/To remove one, look them up above\.$/);
});

test('a group that was created here and is empty leaves nobody out', async () => {
  const { screen } = await openGroup(aGroupView());
  await screen.findByText('This group doesn’t have any active people.');
  expect(screen.queryByText(UNLISTED)).toBeNull();
});

test('an adopted group without active people may hold others', async () => {
  const { screen } = await openGroup(aGroupView([], { group: aGroup({ origin: 'adopted' }) }));
  expect(await screen.findByText(UNLISTED)).toBeDefined();
});

test('whoever finds themselves in the group confirms before they remove themselves', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    isMember: () => ok({ isMember: true, account: 'active' }),
  });
  await pick(user, 'Search members', 'Mia Me');
  await user.click(await screen.findByRole('button', { name: 'Remove from group Mia Me' }));
  await screen.findByRole('dialog', { name: /Remove yourself from this group/ });
  expect(asked['removeMembers']).toBeUndefined();
});

test.each([
  [true, 'is in this group.'],
  [false, 'isn’t in this group.'],
])('one call tells whether a person is in the group: %s', async (isMember, text) => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    isMember: () => ok({ isMember, account: 'active' }),
  });
  await pick(user, 'Search members', 'Ben Builder');
  await screen.findByText(text);
  expect(asked['isMember']).toEqual([{ groupId: 'g-writers', accountId: 'ben' }]);
  expect(asked['listMembers']).toBeUndefined();
});

test('read-only: members can be looked at and asked for, nothing can be changed', async () => {
  const { screen, user } = await openGroup(
    aGroupView(['ada']),
    {},
    { manage: { allowed: false, reason: 'lacksPermission' } },
  );
  await screen.findByRole('row', { name: /Ada Author/ });
  screen.getByRole('combobox', { name: 'Search members' });
  await user.click(screen.getByRole('button', { name: 'More' }));
  for (const name of ['Add to group', 'Remove', 'Remove from group', 'Bring a list', 'Delete…'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('says when Atlassian has refused a change of this group', async () => {
  const refused = { action: 'addMember', at: '2026-02-03T04:05:00.000Z' };
  const { screen } = await openGroup(aGroupView([], { group: aGroup({ refused }) }));
  await screen.findByText('Atlassian refused to change this group');
  expect(screen.getByText(/Feb 3, 2026, 04:05 AM UTC/)).toBeDefined();
});

test.each([
  [
    'GROUP_BLOCKED',
    'It’s on the block list, under Rules in the settings of this app.',
    { askAccountId: account('ben') },
  ],
  ['GROUP_MANAGED_OUTSIDE', 'It’s managed elsewhere', {}],
  ['GROUP_NAME_RESERVED', 'Its name is reserved', {}],
] as const)('a group that nobody may change says so before anybody tries: %s', async (reason, text, ask) => {
  const { screen } = await openGroup(aGroupView(['ada'], { blocked: { reason, ...ask } }));
  await screen.findByText('This group can’t be changed here');
  screen.getByText(new RegExp(text));
  if ('askAccountId' in ask) await screen.findByText('Ben Builder');
  await screen.findByRole('row', { name: /Ada Author/ });
  expect(screen.queryByRole('checkbox')).toBeNull();
  for (const name of ['Add to group', 'Bring a list', 'Remove', /^Select all/])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

test('what removes a person is named after them', async () => {
  const names = { [account('ada')]: 'Ada Author' };
  const members = { accountIds: [account('ada'), account('ben')], names, start: 0, total: 2 };
  const { screen } = await openGroup(aGroupView([], { members }));
  const button = await screen.findByRole('button', { name: 'Remove Ada Author' });
  expect(button.textContent.trim()).toBe('Remove');
  screen.getByRole('button', { name: 'Remove' });
});

test('the focus goes to the result of a removal, and from there to the menu', async () => {
  const { screen, user } = await openGroup(aGroupView(['ada', 'ben']), {
    removeMembers: () => ok({ people: outcomes(['ada', 'removed', { attemptId: 'a-1' }]) }),
    listMembers: () => ok({ accountIds: [account('ben')], start: 0, total: 1 }),
  });
  await pressIn(user, /Ada Author/, 'Remove');
  const close = await screen.findByRole('button', { name: 'Close' });
  await expect.poll(() => screen.queryByRole('row', { name: /Ada Author/ })).toBeNull();
  expect(document.activeElement).toBe(close);
  await user.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.textContent).toBe('More');
  expect(screen.queryByText('1 of 1 removed')).toBeNull();
});

test('everybody on the page is selected by one button, which then clears the selection and keeps the focus', async () => {
  const { screen, user } = await openGroup(aGroupView(['ada', 'ben']));
  await user.click(await screen.findByRole('button', { name: 'Select all on this page' }));
  await screen.findByText('2 selected');
  screen.getByRole('button', { name: 'Remove 2 people' });
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
  const clear = screen.getByRole('button', { name: 'Clear selection' });
  expect(document.activeElement).toBe(clear);
  await user.click(clear);
  await expect.poll(() => screen.queryByText('2 selected')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Select all on this page');
});

test('an addition is announced', async () => {
  const view = await openGroup(aGroupView(), {
    addMembers: () => ok({ people: outcomes(['ada', 'added', { attemptId: 'a-1' }]) }),
    listMembers: () => ok({ accountIds: [account('ada')], start: 0, total: 1 }),
  });
  await pick(view.user, /People to add/, 'Ada Author');
  await view.user.click(view.screen.getByRole('button', { name: 'Add to group' }));
  expect(await view.screen.findByText('Added 1 person')).toBeDefined();
});
