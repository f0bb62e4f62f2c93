import { describe, expect, test } from 'vitest';

import type { ChangeLine, ChangeView } from '../../../../src/shared/groups/changes';
import { GroupId } from '../../../../src/shared/ids';
import { account, ok } from '../../answers';
import { choose } from '../../people';
import { aChange } from './a-change';
import { openChange, type Api } from './open-change';

describe('a change that ended', () => {
  const ended = aChange({
    state: 'done',
    planned: { add: 23, nothingToDo: 3 },
    done: { added: 22, refused: 1 },
    mayUndo: true,
  });

  async function openEnded(change: ChangeView, api: Api = {}) {
    const opened = await openChange(change, api);
    const { screen, user } = opened;
    await user.click(await screen.findByRole('button', { name: 'Show: Lists of this space' }));
    await user.click(await screen.findByRole('button', { name: /^List for demo-writers, / }));
    return opened;
  }

  test('is told in one sentence, with a message to copy', async () => {
    const { screen, user } = await openEnded(ended);
    await screen.findByRole('heading', { name: 'Done: 22 added, 3 were members already, 1 not allowed' });
    screen.getByText('Nobody was notified.');
    await user.click(screen.getByRole('button', { name: 'Copy message' }));
    const message = await screen.findByLabelText('Message to copy');
    expect((message as HTMLTextAreaElement).value).toBe(
      'demo-writers: 22 added, 3 were members already, 1 not allowed. Nobody was notified by this app.',
    );
    await expect.poll(() => document.activeElement).toBe(message);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('combobox', { name: /People to add/ });
  });

  test('without a change offers no message', async () => {
    const { screen } = await openEnded(aChange({ state: 'stopped', why: 'NOT_SPACE_ADMIN', done: { notTried: 2 } }));
    await screen.findByRole('heading', { name: 'Stopped: 2 not tried' });
    screen.getByText(/^Why it stopped: The person who started this no longer administers the space/);
    expect(screen.queryByRole('button', { name: 'Copy message' })).toBeNull();
  });

  test('is undone by a plan of its own', async () => {
    const undo = aChange({
      changeId: 'c-2',
      source: 'undo',
      undoes: 'c-1',
      planned: { add: 0, remove: 22, choose: 1 },
    });
    const { screen, user, asked } = await openEnded(ended, {
      planUndo: () => ok(undo),
      applyChange: () => ok({ ...undo, state: 'done', done: { ...undo.done, removed: 22 } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('This removes 22 people.');
    screen.getByText('Changes that were made outside this app since then can’t be seen.');
    await user.click(screen.getByRole('button', { name: 'Remove 22 people' }));
    await screen.findByRole('heading', { name: 'Done: 22 removed' });
    expect(asked['planUndo']).toEqual([{ changeId: 'c-1' }]);
    expect(asked['applyChange']).toEqual([{ changeId: 'c-2', version: 1 }]);
  });

  test('early says why', async () => {
    const stopped = aChange({ state: 'stopped', why: 'REQUESTER_UNAVAILABLE', done: { added: 1, notTried: 1 } });
    const { screen } = await openEnded(stopped);
    await screen.findByRole('heading', { name: 'Stopped: 1 added, 1 not tried' });
    screen.getByText(/^Why it stopped: The app can’t act for the person/);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('says of whoever started it, not of the reader, that they lost the space', async () => {
    const stopped = aChange({ state: 'stopped', why: 'NOT_SPACE_ADMIN', done: { added: 1, notTried: 1 } });
    const { screen } = await openEnded(stopped);
    await screen.findByRole('heading', { name: 'Stopped: 1 added, 1 not tried' });
    screen.getByText(/^Why it stopped: The person who started this no longer administers the space\./);
    expect(screen.queryByText(/You don’t administer/)).toBeNull();
  });

  test('tells on request what happened to each person', async () => {
    const groupId = GroupId.parse('g-writers');
    const line = { groupId, operation: 'addMember', verdict: 'willChange' } as const;
    const lines: ChangeLine[] = [
      { ...line, accountId: account('ada'), outcome: 'succeeded' },
      { ...line, accountId: account('ben'), outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' },
    ];
    const last: ChangeLine[] = [{ ...line, accountId: account('cleo'), verdict: 'nothingToDo' }];
    const { screen, user, asked } = await openEnded(ended, {
      readChangeLines: ({ after }) => ok({ change: ended, lines: after === 25 ? last : lines, next: 25 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show: Details' }));
    await screen.findByText('Added.');
    screen.getByText(/^Not allowed\. This account can’t be a member here/);
    await user.click(screen.getByRole('button', { name: 'Next details' }));
    await screen.findByText('Is a member already.');
    expect(asked['readChangeLines']?.at(-1)).toEqual({ changeId: 'c-1', after: 25 });
  });

  test('can be narrowed to those whom it left as they were, and stay so while pages turn', async () => {
    const groupId = GroupId.parse('g-writers');
    const line = {
      accountId: account('ada'),
      groupId,
      operation: 'addMember' as const,
      verdict: 'willChange' as const,
    };
    const left = { ...line, accountId: account('ben'), outcome: 'unknown' as const };
    const { screen, user, asked } = await openEnded(ended, {
      readChangeLines: ({ show }) =>
        ok({ change: ended, lines: show === undefined ? [{ ...line, outcome: 'succeeded' }, left] : [left], next: 25 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show: Details' }));
    await screen.findByText('Added.');
    await choose(user, 'Show', 'Not known');
    await expect.poll(() => screen.queryByText('Added.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Next details' }));
    await expect.poll(() => asked['readChangeLines']?.at(-1)).toEqual({ changeId: 'c-1', show: 'unknown', after: 25 });
    expect(screen.getByText('The answer was lost.')).toBeDefined();
  });
});
