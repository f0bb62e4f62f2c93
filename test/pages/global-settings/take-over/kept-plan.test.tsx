// Plans that are kept for 14 days, with all that there is to decide: whoever comes back completes them.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { ok } from '../../answers';
import { pressIn } from '../../people';
import { aFoundGroup, aTakeover, aTakeoverRow, DEMO, ENG, withoutSpace } from './a-takeover';
import { openPlan, openTakeOver } from './open-take-over';

const done = aTakeover({ state: 'done', done: { succeeded: 1, notTried: 0 }, planned: { willChange: 1 } });

test('a plan is kept for 14 days, and what is changed in it is kept in its place', async () => {
  let plans = 0;
  const { screen, user, payloads } = await openPlan([aFoundGroup('a'), aFoundGroup('b')], {
    planTakeover: () => {
      plans += 1;
      return ok(aTakeover({ changeId: `t-${String(plans)}` }));
    },
    cancelTakeover: () => ok(aTakeover({ state: 'cancelled' })),
  });
  await user.click(screen.getByRole('button', { name: 'Keep for 14 days' }));
  await screen.findByText(/Kept until .*2026/);
  await user.click(screen.getByRole('button', { name: 'Show: Ready: 2 groups' }));
  await pressIn(user, /demo-a/, 'Leave out');
  await screen.findByText('This takes over 1 group. Nothing has changed yet.');
  await user.click(screen.getByRole('button', { name: 'Keep for 14 days' }));
  await screen.findByText(/Kept until .*2026/);
  expect(payloads('cancelTakeover')).toEqual([{ changeId: 't-1' }]);
});

test('a kept plan stands first, with what there is to decide, and is carried out in its own place', async () => {
  const kept = aTakeover({ changeId: 't-9', lines: 4 });
  const line = { operation: 'adoptGroup' as const, spaceId: DEMO.id, space: DEMO };
  function of(name: string, more: object) {
    const { groupId, groupName } = aFoundGroup(name);
    return { ...line, groupId, groupName, ...more };
  }
  const lines = [
    of('a', { line: 1, verdict: 'willChange' as const, acknowledgesProductAccess: true as const }),
    of('b', { line: 2, verdict: 'notAllowed' as const, reason: 'GROUP_GIVES_PRODUCT_ACCESS' as const }),
    of('c', { line: 3, verdict: 'notAllowed' as const, reason: 'GROUP_TAKEN' as const }),
    of('d', { line: 4, verdict: 'notAllowed' as const, reason: 'SPACE_NOT_FOUND' as const }),
  ];
  const { screen, user, payloads } = await openTakeOver({
    listTakeovers: () => ok({ takeovers: [aTakeoverRow({ changeId: 't-9' })] }),
    readTakeoverLines: ({ after, most }) =>
      most === 250 && after === 0
        ? ok({ change: kept, lines: lines.slice(0, 3) as never, next: 3 })
        : ok({ change: kept, lines: lines.slice(3) as never }),
    planTakeover: () => ok(aTakeover({ changeId: 't-10', planned: { willChange: 1 } })),
    cancelTakeover: () => ok(aTakeover({ state: 'cancelled' })),
    applyTakeover: () => ok(done),
  });
  await screen.findByRole('heading', { level: 4, name: 'Ready: 1 group' });
  const titles = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
  expect(titles.slice(0, 4)).toEqual([
    'Choose a space: 1 group',
    'Gives product access: 1 group',
    'Ready: 1 group',
    'Already managed: 1 group',
  ]);
  await user.click(screen.getByRole('button', { name: 'Take over 1 group' }));
  await screen.findByRole('heading', { name: 'Done: 1 taken over' });
  // The groups that aren't ready stay in the plan.
  expect(payloads('planTakeover')).toEqual([
    {
      groups: [
        { groupId: 'g-a', groupName: 'demo-a', spaceId: DEMO.id, acknowledgeProductAccess: true },
        { groupId: 'g-d', groupName: 'demo-d' },
        { groupId: 'g-b', groupName: 'demo-b', spaceId: DEMO.id },
        { groupId: 'g-c', groupName: 'demo-c', spaceId: DEMO.id },
      ],
    },
  ]);
  expect(payloads('cancelTakeover')).toEqual([{ changeId: 't-9' }]);
  expect(payloads('applyTakeover')).toEqual([{ changeId: 't-10', version: 1 }]);
});

test('a plan keeps what has no space, and what can’t be taken over, until somebody decides about it', async () => {
  const { screen, user, payloads } = await openPlan(
    [
      withoutSpace('free'),
      withoutSpace('gives', { givesProductAccess: true }),
      aFoundGroup('scim', { why: 'GROUP_MANAGED_OUTSIDE' }),
      aFoundGroup('taken', { isManaged: true }),
    ],
    { planTakeover: () => ok(aTakeover({ planned: { willChange: 0, nothingToDo: 1, notAllowed: 1, choose: 2 } })) },
  );
  expect(screen.queryByRole('button', { name: /^Take over/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Keep for 14 days' }));
  await screen.findByText(/Kept until .*2026/);
  expect(payloads('planTakeover')).toEqual([
    {
      groups: [
        { groupId: 'g-free', groupName: 'demo-free' },
        { groupId: 'g-gives', groupName: 'demo-gives' },
        { groupId: 'g-taken', groupName: 'demo-taken', spaceId: DEMO.id },
        { groupId: 'g-scim', groupName: 'demo-scim', spaceId: DEMO.id, isManagedOutside: true },
      ],
    },
  ]);
});

test('whoever comes back to a plan chooses a space for what has none, and still has to know what it gives', async () => {
  const kept = aTakeover({ changeId: 't-9', lines: 2, planned: { willChange: 0, choose: 2 } });
  function of(name: string, more: object) {
    const { groupId, groupName } = aFoundGroup(name);
    return { operation: 'adoptGroup' as const, verdict: 'choose' as const, groupId, groupName, ...more };
  }
  const lines = [of('free', { line: 1 }), of('gives', { line: 2, reason: 'GROUP_GIVES_PRODUCT_ACCESS' as const })];
  const { screen, user } = await openTakeOver({
    listTakeovers: () => ok({ takeovers: [aTakeoverRow({ changeId: 't-9', planned: kept.planned })] }),
    readTakeoverLines: () => ok({ change: kept, lines: lines as never }),
    findSpaces: () => ok({ spaces: [ENG], more: false }),
  });
  await user.click(await screen.findByRole('button', { name: 'Show: Choose a space: 2 groups' }));
  await user.click(screen.getByRole('button', { name: 'Choose one space for all 2 groups…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Choose a space for 2 groups' }));
  await user.type(dialog.getByRole('combobox', { name: 'Space' }), 'eng');
  await user.click(await dialog.findByRole('option', { name: `${ENG.name} (${ENG.key})` }));
  await user.click(dialog.getByRole('button', { name: 'Use this space' }));
  await screen.findByRole('heading', { level: 4, name: 'Gives product access: 1 group' });
  expect(screen.getByRole('button', { name: 'Take over 1 group' })).toBeTruthy();
});
