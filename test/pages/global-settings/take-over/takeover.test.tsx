// Groups that are being taken over, and that were: progress, what it waits for, what happened, and the way back.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { manualLater } from '../../manual-later';
import { choose } from '../../people';
import { aFoundGroup, aTakeover, aTakeoverRow, DEMO } from './a-takeover';
import { openTakeOver } from './open-take-over';

type Api = Parameters<typeof openTakeOver>[0];
const running = aTakeover({ state: 'running', planned: { willChange: 300 }, done: { succeeded: 100, notTried: 200 } });
const ended = aTakeover({
  state: 'done',
  planned: { willChange: 300 },
  done: { succeeded: 298, refused: 2, notTried: 0 },
  mayUndo: true,
});

/** Opens the page on the takeover that isn't finished. */
async function openOn(takeover: ReturnType<typeof aTakeover>, api: Api = {}) {
  const clock = manualLater();
  const { done: _done, mayUndo: _may, ...row } = takeover;
  const opened = await openTakeOver(
    {
      listTakeovers: () => ok({ takeovers: [row] }),
      readTakeoverLines: () => ok({ change: takeover, lines: [] }),
      ...api,
    },
    clock.later,
  );
  return { ...opened, clock };
}

test('the page opens on what is under way, looks at it again and again, and ends with it', async () => {
  const { screen, payloads, clock } = await openOn(running, { watchTakeover: () => ok(ended) });
  await screen.findByText('100 of 300 done. You can close this page: it goes on.');
  screen.getByRole('heading', { level: 3, name: 'Taking over 300 groups' });
  await expect.poll(() => clock.waits()).toEqual([2000]);
  clock.pass();
  await screen.findByRole('heading', { name: 'Done: 298 taken over, 2 not allowed' });
  expect(clock.waits()).toEqual([]);
  expect(payloads('watchTakeover')).toEqual([{ changeId: 't-1' }]);
  await expect.poll(() => payloads('listGroupRecords')).toHaveLength(2);
});

test('it is canceled', async () => {
  const { screen, user, payloads } = await openOn(running, {
    cancelTakeover: () => ok(aTakeover({ state: 'cancelled', done: { succeeded: 100, notTried: 200 } })),
  });
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await screen.findAllByText('Canceled: 100 taken over, 200 not tried');
  expect(payloads('cancelTakeover')).toEqual([{ changeId: 't-1' }]);
});

test('when the hour is over, its author confirms again, and the rest goes on', async () => {
  let proofs = 0;
  const waiting = { ...running, state: 'waiting' as const, why: 'CONFIRM_AGAIN' as const };
  const { screen, user, payloads } = await openOn(waiting, {
    confirmSiteAdmin: () => {
      proofs += 1;
      return ok({ outcome: 'confirmed', until: '2026-01-08T12:00:00.000Z' });
    },
    resumeTakeover: () => (proofs === 0 ? no({ code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' }) : ok(running)),
  });
  await screen.findByText(/The hour is over in which you count as a site admin/);
  await user.click(screen.getByRole('button', { name: 'Confirm again' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Confirm that you’re a site admin' }));
  await user.click(dialog.getByRole('button', { name: 'Confirm' }));
  await screen.findByText('100 of 300 done. You can close this page: it goes on.');
  await expect.poll(() => screen.queryByRole('button', { name: 'Confirm again' })).toBeNull();
  expect(payloads('resumeTakeover')).toHaveLength(2);
});

test('what somebody else started isn’t looked at by itself, nor confirmed for them', async () => {
  const waiting = { ...running, by: account('ada'), state: 'waiting' as const, why: 'CONFIRM_AGAIN' as const };
  const { screen, user, clock, payloads } = await openOn(waiting);
  await screen.findByText('Whoever started this must confirm it again on this page.');
  expect(clock.waits()).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Confirm again' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await expect.poll(() => payloads('readTakeoverLines')).toHaveLength(2);
});

test('one that was paused is resumed by a person', async () => {
  const paused = { ...running, state: 'waiting' as const, why: 'PAUSED' as const };
  const { screen, user } = await openOn(paused, { resumeTakeover: () => ok(running) });
  await screen.findByText('Waiting: a Confluence administrator paused all changes.');
  screen.getByText(/^\d+ of \d+ done\.$/);
  await user.click(screen.getByRole('button', { name: 'Resume' }));
  await expect.poll(() => screen.queryByRole('button', { name: 'Resume' })).toBeNull();
});

test('each group is told on request, with why', async () => {
  const { groupId, groupName, ...line } = {
    operation: 'adoptGroup' as const,
    groupId: 'g-a' as never,
    groupName: 'demo-a',
    spaceId: DEMO.id,
    space: DEMO,
    verdict: 'willChange' as const,
  };
  const lines = [
    { ...line, groupId, groupName, line: 1, outcome: 'succeeded' as const },
    { ...line, groupId, groupName: 'demo-b', line: 2, outcome: 'refused' as const, reason: 'GROUP_BLOCKED' as const },
  ];
  const { screen, user } = await openOn(running, { readTakeoverLines: () => ok({ change: running, lines }) });
  await user.click(await screen.findByRole('button', { name: 'Show: Details' }));
  await screen.findByText('demo-a → Demo space (DEMO): taken over.');
  expect(screen.getByText(/^demo-b → Demo space/).textContent).toMatch(/not allowed\. This group is on the block list/);
});

test('its details can be narrowed to the groups that it left as they were', async () => {
  const line = {
    operation: 'adoptGroup' as const,
    groupId: aFoundGroup('b').groupId,
    spaceId: DEMO.id,
    space: DEMO,
    verdict: 'willChange' as const,
  };
  const took = { ...line, line: 1, groupName: 'demo-a', outcome: 'succeeded' as const };
  const left = { ...line, line: 2, groupName: 'demo-b', outcome: 'refused' as const, reason: 'GROUP_BLOCKED' as const };
  const { screen, user } = await openOn(running, {
    readTakeoverLines: ({ show }) => ok({ change: running, lines: show === 'notChanged' ? [left] : [took, left] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Show: Details' }));
  await screen.findByText('demo-a → Demo space (DEMO): taken over.');
  await choose(user, 'Show', 'Not changed');
  await expect.poll(() => screen.queryByText('demo-a → Demo space (DEMO): taken over.')).toBeNull();
  expect(screen.getByText(/^demo-b → Demo space/)).toBeDefined();
});

test('the groups that it left as they were can be decided about', async () => {
  const { groupId, groupName, space } = aFoundGroup('b');
  const done = aTakeover({
    state: 'done',
    lines: 3,
    planned: { willChange: 1, notAllowed: 1, choose: 1 },
    done: { succeeded: 1, notTried: 0 },
  });
  const line = { operation: 'adoptGroup' as const, groupName, verdict: 'choose' as const };
  const lines = [
    { ...line, line: 1, groupId: 'g-a', spaceId: DEMO.id, space, verdict: 'willChange' as const, outcome: 'succeeded' },
    { ...line, line: 2, groupId },
    { ...line, line: 3, groupId: 'g-c', verdict: 'notAllowed' as const, reason: 'GROUP_BLOCKED' },
  ];
  const { screen, user } = await openOn(done, {
    listTakeovers: () => ok({ takeovers: [aTakeoverRow({ state: 'done' })] }),
    readTakeoverLines: () => ok({ change: done, lines: lines as never }),
  });
  await user.click(await screen.findByRole('button', { name: 'Show: Earlier' }));
  await user.click(screen.getByRole('button', { name: /^Take over 2 groups, / }));
  await screen.findByRole('heading', { name: 'Done: 1 taken over, 1 not allowed, 1 without a space' });
  await user.click(screen.getByRole('button', { name: 'Decide about the others' }));
  await screen.findByRole('heading', { level: 4, name: 'Choose a space: 1 group' });
  screen.getByRole('heading', { level: 4, name: 'Can’t be taken over: 1 group' });
  expect(screen.queryByRole('heading', { level: 4, name: /^Ready/ })).toBeNull();
});

test('it is taken back: the groups stay, and nothing happens before somebody says so', async () => {
  const undo = aTakeover({
    changeId: 't-2',
    source: 'undo',
    undoes: 't-1',
    planned: { willChange: 297, notAllowed: 1 },
  });
  const stopped = { ...undo, state: 'done' as const, done: { ...undo.done, succeeded: 297, notTried: 0 } };
  const { screen, user, payloads } = await openTakeOver({
    listTakeovers: () => ok({ takeovers: [aTakeoverRow({ state: 'done', planned: { willChange: 300 } })] }),
    readTakeoverLines: () => ok({ change: ended, lines: [] }),
    planTakeoverUndo: () => ok(undo),
    applyTakeover: () => ok(stopped),
  });
  await user.click(await screen.findByRole('button', { name: 'Show: Earlier' }));
  await user.click(screen.getByRole('button', { name: /^Take over 300 groups, / }));
  await user.click(await screen.findByRole('button', { name: 'Stop managing these groups…' }));
  await screen.findByRole('heading', { level: 3, name: 'Stop managing 297 groups' });
  screen.getByText(/The groups, their members and permissions stay/);
  screen.getByText(/^1 stay as they are/);
  expect(payloads('applyTakeover')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Stop managing 297 groups' }));
  await screen.findByRole('heading', { name: 'Done: 297 no longer managed, 1 not allowed' });
  expect(payloads('applyTakeover')).toEqual([{ changeId: 't-2', version: 1 }]);
});
