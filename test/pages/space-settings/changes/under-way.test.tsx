import { describe, expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { aChange } from './a-change';
import { openChange } from './open-change';

describe('a change under way', () => {
  const planned = { add: 100, remove: 0 };

  test('is looked at until it ends; what it did is read again, and the focus stays', async () => {
    const steps = [
      aChange({ state: 'running', version: 2, planned, done: { added: 40, left: 5 }, aboutMinutes: 4 }),
      aChange({ state: 'done', version: 3, planned, done: { added: 99, refused: 1 } }),
    ];
    const { screen, asked, time } = await openChange(aChange({ state: 'queued', planned }), {
      watchChange: () => ok(steps.shift() ?? aChange()),
    });
    await screen.findByText('0 of 100 done. You can close this page: it goes on.');
    expect(document.activeElement?.textContent).not.toBe('Close');
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await screen.findByText('40 of 100 done. You can close this page: it goes on.');
    screen.getByText('About 3 minutes left.');
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await screen.findByRole('heading', { name: 'Done: 99 added, 1 not allowed' });
    expect(time.waits()).toEqual([]);
    expect(asked['watchChange']).toEqual([{ changeId: 'c-1' }, { changeId: 'c-1' }]);
    await expect.poll(() => asked['listMembers']?.length).toBe(2);
  });

  test('can be canceled', async () => {
    const { screen, user, asked, time } = await openChange(aChange({ state: 'running', planned }), {
      cancelChange: () => ok(aChange({ state: 'cancelled', planned, done: { added: 40, notTried: 60 } })),
    });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await screen.findByRole('heading', { name: 'Canceled: 40 added, 60 not tried' });
    await expect.poll(() => document.activeElement?.textContent).toBe('Done');
    expect(asked['cancelChange']).toEqual([{ changeId: 'c-1' }]);
    expect(time.waits()).toEqual([]);
  });

  test('says why it waits and until when', async () => {
    const waits = { state: 'waiting', why: 'POINTS_SPENT', waitsUntil: '2026-02-03T06:00:00.000Z' } as const;
    const { screen, time } = await openChange(aChange({ ...waits, planned }));
    await screen.findByText('Waiting: this site has used up what this app can do within an hour.');
    screen.getByText('It goes on by itself at Feb 3, 2026, 06:00 AM UTC.');
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
    await expect.poll(time.waits).toEqual([2000]);
  });

  test('that was paused goes on by a person', async () => {
    const { screen, user, asked } = await openChange(aChange({ state: 'waiting', why: 'PAUSED', planned }), {
      resumeChange: () => ok(aChange({ state: 'queued', version: 2, planned })),
    });
    await screen.findByText('Waiting: a Confluence administrator paused all changes.');
    screen.getByText('0 of 100 done.');
    expect(screen.queryByText(/it goes on/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await screen.findByText('Starting. You can close this page: it goes on.');
    expect(asked['resumeChange']).toEqual([{ changeId: 'c-1' }]);
  });

  test('that waits is looked at by the version that was seen, and stays as it was until it goes on', async () => {
    const waiting = aChange({ state: 'waiting', why: 'POINTS_SPENT', version: 4, planned });
    const answers = [ok({ isStill: 'waiting' as const }), ok(aChange({ state: 'running', version: 5, planned }))];
    const { screen, asked, time } = await openChange(waiting, {
      watchChange: () => answers.shift() ?? no({ code: 'NOT_FOUND', what: 'run' }),
    });
    const shown = await screen.findByText(/^Waiting: this site has used up/);
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await expect.poll(() => answers.length).toBe(1);
    await expect.poll(time.waits).toEqual([2000]);
    expect(shown.isConnected).toBe(true);
    time.pass();
    await screen.findByText('0 of 100 done. You can close this page: it goes on.');
    expect(asked['watchChange']).toEqual([
      { changeId: 'c-1', waitsAt: 4 },
      { changeId: 'c-1', waitsAt: 4 },
    ]);
  });

  test('whose progress can not be read goes on, and is looked at again', async () => {
    const answers = [
      no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
      ok(aChange({ state: 'running', planned })),
    ];
    const { screen, time } = await openChange(aChange({ state: 'running', planned }), {
      watchChange: () => answers.shift() ?? no({ code: 'NOT_FOUND', what: 'run' }),
    });
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await screen.findByText('The progress can’t be read right now. The list goes on by itself.');
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await expect.poll(() => screen.queryByText(/can’t be read right now/)).toBeNull();
    await expect.poll(time.waits).toEqual([2000]);
    time.pass();
    await screen.findByText(/can’t be read right now/);
    expect(time.waits()).toEqual([]);
  });

  test('of somebody else is read on request only', async () => {
    const theirs = aChange({ state: 'running', by: account('ada'), planned });
    const { screen, user, asked, time } = await openChange(theirs);
    await screen.findByText('Somebody else started this list.');
    expect(time.waits()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await expect.poll(() => asked['readChangeLines']?.length).toBe(2);
    expect(time.waits()).toEqual([]);
    expect(asked['watchChange']).toBeUndefined();
  });

  test('can be left: it is found again among the lists of the space', async () => {
    const { screen, user } = await openChange(aChange({ state: 'running', planned }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await screen.findByRole('combobox', { name: /People to add/ });
    await user.click(screen.getByRole('button', { name: 'Show: Lists of this space' }));
    await user.click(await screen.findByRole('button', { name: 'List for demo-writers, Feb 3, 2026, 04:05 AM UTC' }));
    await screen.findByText(/^0 of 100 done/);
    await expect.poll(() => document.activeElement?.textContent).toBe('Close');
  });
});
