// Undo, in the message after a change and in the audit.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../src/shared/groups/api';
import type { SpaceAuditRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { SpaceSettings } from '../../../static/space-settings/page';
import { account, no, ok, people } from '../answers';
import { pick, pressIn } from '../people';
import { show } from '../show';
import { aGroup, aGroupView, aSpace, serve } from './answers';
import { openGroup, outcomes } from './groups/open-group';

function anEntry(more: Partial<SpaceAuditRow> = {}): SpaceAuditRow {
  return {
    id: 'e1',
    at: '2026-03-04T15:06:00.000Z',
    caller: account('me'),
    action: 'removeMember',
    groupName: 'demo-writers',
    accountId: account('ada'),
    outcome: 'succeeded',
    ...more,
  };
}

const REMOVED = anEntry({ mayUndo: true });
const ADDED = anEntry({ id: 'e2', action: 'addMember', accountId: account('ben'), mayUndo: true });

async function openAudit(
  rows: readonly SpaceAuditRow[][],
  undoChange: SpaceSettingsApi['undoChange'] | undefined,
  space: Partial<SpaceSettingsView> = {},
) {
  const asked: unknown[] = [];
  const left = [...rows];
  const view = await show(<SpaceSettings />, {
    people,
    invoke: serve({
      openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] }, ...space })),
      readSpaceAudit: () => ok({ rows: (left.length > 1 ? left.shift() : left[0]) ?? [] }),
      ...(undoChange && {
        undoChange: (payload) => {
          asked.push(payload);
          return undoChange(payload);
        },
      }),
    }),
  });
  await view.user.click(await view.screen.findByRole('tab', { name: 'Audit' }));
  await view.screen.findByRole('columnheader', { name: 'Outcome' });
  return { ...view, view, asked };
}

test('people who were just added can be taken out again, by the entries of that change', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    addMembers: () => ok({ people: outcomes(['ada', 'added', { attemptId: 'a-1' }], ['ben', 'alreadyMember']) }),
    undoChange: () => ok({ people: outcomes(['ada', 'removed']) }),
    listMembers: () => ok({ accountIds: [account('ben')], start: 0, total: 1 }),
  });
  await pick(user, /People to add/, 'Ada Author', 'Ben Builder');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('1 of 1 removed');
  expect(asked['undoChange']).toEqual([{ attemptIds: ['a-1'], confirmSelf: false }]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await expect.poll(() => document.activeElement?.textContent).toBe('Close');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await expect.poll(() => screen.queryByText('1 of 1 removed')).toBeNull();
});

test('whoever added themselves confirms before they are taken out', async () => {
  const { screen, user, asked } = await openGroup(aGroupView(), {
    addMembers: () => ok({ people: outcomes(['me', 'added', { attemptId: 'a-1' }]) }),
    undoChange: () => ok({ people: outcomes(['me', 'removed']) }),
    listMembers: () => ok({ accountIds: [], start: 0, total: 0 }),
  });
  await pick(user, /People to add/, 'Mia Me');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  const dialog = await screen.findByRole('dialog', { name: /Remove yourself/ });
  expect(asked['undoChange']).toBeUndefined();
  await user.click(within(dialog).getByRole('button', { name: 'Remove 1 person' }));
  await screen.findByText('1 of 1 removed');
  expect(asked['undoChange']).toEqual([{ attemptIds: ['a-1'], confirmSelf: true }]);
});

test('nothing is offered for what changed nothing', async () => {
  const { screen, user } = await openGroup(aGroupView(), {
    addMembers: () => ok({ people: outcomes(['ada', 'memberNow']) }),
    listMembers: () => ok({ accountIds: [account('ada')], start: 0, total: 1 }),
  });
  await pick(user, /People to add/, 'Ada Author');
  await user.click(screen.getByRole('button', { name: 'Add to group' }));
  await screen.findByText('0 of 1 added');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a failed undo says why, and can be tried again', async () => {
  const { screen, user } = await openGroup(aGroupView(['ada']), {
    removeMembers: () => ok({ people: outcomes(['ada', 'removed', { attemptId: 'a-1' }]) }),
    undoChange: () => no({ code: 'AUDIT_UNAVAILABLE' }),
    listMembers: () => ok({ accountIds: [], start: 0, total: 0 }),
  });
  await pressIn(user, /Ada Author/, 'Remove');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(/couldn’t write the audit entry/);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
});

test('the audit offers Undo with what can be undone, and with nothing else', async () => {
  const { screen } = await openAudit([[REMOVED, anEntry({ id: 'e3', accountId: account('cleo') })]], undefined);
  await screen.findByRole('row', { name: /Ada Author.*Undo$/ });
  expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
});

test('a page that is read-only offers none', async () => {
  const { screen } = await openAudit([[REMOVED]], undefined, { manage: { allowed: false, reason: 'lacksPermission' } });
  await screen.findByText('Ada Author');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Actions' })).toBeNull();
});

test('a removal is undone at once: the result is announced, the entries are read again, and the keyboard goes on', async () => {
  const again = anEntry({ id: 'e4', action: 'addMember', undoes: 'e1', mayUndo: true });
  const { screen, user, asked, view } = await openAudit([[REMOVED], [again, anEntry()]], () =>
    ok({ people: outcomes(['ada', 'added']) }),
  );
  await pressIn(user, /Ada Author/, 'Undo');
  await screen.findByText('1 of 1 added');
  expect(asked).toEqual([{ attemptIds: ['e1'], confirmSelf: false }]);
  expect(view.flags.map(({ title }) => title)).toEqual(['Added 1 person']);
  await screen.findByText('Undoes an earlier change');
  await expect.poll(() => document.activeElement?.textContent).toBe('Close');
});

test('an addition is undone once it is confirmed, by name', async () => {
  const { screen, user, asked } = await openAudit([[ADDED], [anEntry()]], () =>
    ok({ people: outcomes(['ben', 'removed']) }),
  );
  await pressIn(user, /Ben Builder/, 'Undo');
  const dialog = await screen.findByRole('dialog', { name: /Undo this addition/ });
  within(dialog).getByText(/demo-writers/);
  await within(dialog).findByText('Ben Builder');
  expect(asked).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Remove 1 person' }));
  await screen.findByText('1 of 1 removed');
  expect(asked).toEqual([{ attemptIds: ['e2'], confirmSelf: false }]);
});

test('whoever thinks better of it undoes nothing', async () => {
  const { screen, user, asked } = await openAudit([[ADDED]], () => ok({ people: [] }));
  await pressIn(user, /Ben Builder/, 'Undo');
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(asked).toEqual([]);
});

test('who was changed later is named, and stays as they are', async () => {
  const { screen, user } = await openAudit([[REMOVED]], () =>
    ok({ people: outcomes(['ada', 'refused', { reason: 'CHANGED_LATER' }]) }),
  );
  await pressIn(user, /Ada Author/, 'Undo');
  await screen.findByText('0 of 1 added');
  screen.getByText('1 person was changed later and stays as they are.');
  expect(screen.getByText(/Not changed\. This membership was changed again later/)).toBeDefined();
});

test('a change that can’t be undone any more says so', async () => {
  const { screen, user } = await openAudit([[REMOVED]], () =>
    no({ code: 'FORBIDDEN', reason: 'GROUP_OF_ANOTHER_SPACE' }),
  );
  await pressIn(user, /Ada Author/, 'Undo');
  expect(await screen.findByText(/no longer does/)).toBeDefined();
});
