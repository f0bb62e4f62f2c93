// What taking groups over would do: counts first, then what there is to decide, then it is done.
import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { startFrame } from '../../file-frame/beside';
import { pressIn } from '../../people';
import { aFoundGroup, aTakeover, DEMO, ENG, withoutSpace } from './a-takeover';
import { openPlan } from './open-take-over';

const done = aTakeover({ state: 'done', done: { succeeded: 1, notTried: 0 }, planned: { willChange: 1 } });

test('groups are counted by what there is to decide, each kind folded', async () => {
  const { screen, user } = await openPlan([
    aFoundGroup('ready'),
    withoutSpace('free'),
    aFoundGroup('gives', { givesProductAccess: true }),
    aFoundGroup('scim', { why: 'GROUP_MANAGED_OUTSIDE' }),
    aFoundGroup('taken', { isManaged: true }),
    aFoundGroup('admins', { why: 'GROUP_GIVES_ADMIN_ACCESS' }),
  ]);
  const titles = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'Choose a space: 1 group',
    'Gives product access: 1 group',
    'Ready: 1 group',
    'Already managed: 1 group',
    'Managed elsewhere: 1 group',
    'Can’t be taken over: 1 group',
  ]);
  screen.getByText('This takes over 1 group. Nothing has changed yet.');
  expect(screen.queryByRole('row')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show: Can’t be taken over: 1 group' }));
  expect(screen.getByRole('row', { name: /demo-admins/ }).textContent).toMatch(/admin/);
});

test('spaces are chosen for one group or for all, consent is given, groups are left out: only what is ready is asked for', async () => {
  const { screen, user, payloads } = await openPlan(
    [
      aFoundGroup('ready'),
      aFoundGroup('not-this'),
      withoutSpace('free'),
      withoutSpace('lost', { spaceWhy: 'SPACE_NOT_FOUND' }),
      aFoundGroup('gives', { givesProductAccess: true }),
    ],
    {
      findSpaces: ({ text }) => ok({ spaces: text === 'eng' ? [ENG] : [], more: false }),
      planTakeover: () => ok(aTakeover({ planned: { willChange: 4 } })),
      applyTakeover: () => ok(done),
      readTakeoverLines: () => ok({ change: done, lines: [] }),
    },
  );
  await user.click(screen.getByRole('button', { name: 'Show: Choose a space: 2 groups' }));
  await user.click(screen.getByRole('button', { name: 'Choose one space for all 2 groups…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Choose a space for 2 groups' }));
  await user.click(dialog.getByRole('button', { name: 'Use this space' }));
  await dialog.findByText('Pick a space first.');
  const field = dialog.getByRole('combobox', { name: 'Space' });
  await user.type(field, 'x');
  await dialog.findByText(/No space found/);
  await user.clear(field);
  await user.type(field, 'eng');
  await user.click(await dialog.findByRole('option', { name: `${ENG.name} (${ENG.key})` }));
  await user.click(dialog.getByRole('button', { name: 'Use this space' }));
  await screen.findByRole('heading', { level: 4, name: 'Ready: 4 groups' });

  await user.click(screen.getByRole('button', { name: 'Show: Ready: 4 groups' }));
  await pressIn(user, /demo-not-this/, 'Leave out');
  await screen.findByRole('heading', { level: 4, name: 'Left out: 1 group' });
  await user.click(screen.getByRole('button', { name: 'Show: Gives product access: 1 group' }));
  screen.getByText(/which may cost licenses/);
  await pressIn(user, /demo-gives/, 'I know this');
  await user.click(await screen.findByRole('button', { name: 'Take over 4 groups' }));
  await screen.findByRole('heading', { name: 'Done: 1 taken over' });
  expect(payloads('planTakeover')).toEqual([
    {
      groups: [
        { groupId: 'g-ready', groupName: 'demo-ready', spaceId: DEMO.id },
        { groupId: 'g-free', groupName: 'demo-free', spaceId: ENG.id },
        { groupId: 'g-lost', groupName: 'demo-lost', spaceId: ENG.id },
        { groupId: 'g-gives', groupName: 'demo-gives', spaceId: DEMO.id, acknowledgeProductAccess: true },
      ],
    },
  ]);
  expect(payloads('applyTakeover')).toEqual([{ changeId: 't-1', version: 1 }]);
  await expect.poll(() => payloads('listGroupRecords')).toHaveLength(2);
});

test('a group that was left out is put back', async () => {
  const { screen, user } = await openPlan([aFoundGroup('a'), aFoundGroup('b')]);
  await user.click(screen.getByRole('button', { name: 'Show: Ready: 2 groups' }));
  await pressIn(user, /demo-a/, 'Leave out');
  await user.click(await screen.findByRole('button', { name: 'Show: Left out: 1 group' }));
  await pressIn(user, /demo-a/, 'Put back');
  await screen.findByRole('button', { name: 'Take over 2 groups' });
  expect(screen.queryByRole('heading', { name: /^Left out/ })).toBeNull();
});

test('nothing is ready while Confluence doesn’t show which groups give access', async () => {
  const { screen } = await openPlan([aFoundGroup('a', { givesProductAccess: 'notChecked' })]);
  screen.getByText('Nothing is ready to be taken over yet.');
  screen.getByRole('heading', { level: 4, name: 'Can’t be taken over: 1 group' });
  expect(screen.queryByRole('button', { name: /^Take over/ })).toBeNull();
});

test('somebody who hasn’t confirmed that they’re a site admin does so, and it goes on by itself', async () => {
  const { screen, user, payloads } = await openPlan([aFoundGroup('a')], {
    listGroupRecords: () => ok({ groups: [] }),
    planTakeover: () => ok(aTakeover()),
    applyTakeover: () => ok(done),
    readTakeoverLines: () => ok({ change: done, lines: [] }),
  });
  await user.click(screen.getByRole('button', { name: 'Take over 1 group' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Confirm that you’re a site admin' }));
  expect(payloads('planTakeover')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Confirm' }));
  await screen.findByRole('heading', { name: 'Done: 1 taken over' });
  expect(payloads('applyTakeover')).toHaveLength(1);
});

test('a plan that the app sees otherwise by now is shown before anything is done', async () => {
  const planned = aTakeover({ changeId: 't-9', planned: { willChange: 1, notAllowed: 1 } });
  const { groupId, groupName, space } = aFoundGroup('b');
  const line = { line: 2, operation: 'adoptGroup' as const, groupId, groupName, space, spaceId: DEMO.id };
  const { screen, user, payloads } = await openPlan([aFoundGroup('a'), aFoundGroup('b')], {
    planTakeover: () => ok(planned),
    readTakeoverLines: () =>
      ok({ change: planned, lines: [{ ...line, verdict: 'notAllowed', reason: 'GROUP_TAKEN' }] as never }),
  });
  await user.click(screen.getByRole('button', { name: 'Take over 2 groups' }));
  await screen.findByRole('heading', { level: 4, name: 'Already managed: 1 group' });
  expect(payloads('applyTakeover')).toEqual([]);
});

test('a plan is saved or copied as CSV that can be brought back', async () => {
  const { screen, user } = await openPlan([
    aFoundGroup('a'),
    withoutSpace('b'),
    aFoundGroup('c', { isManaged: true }),
    aFoundGroup('d', { groupName: '=d, "e"' }),
  ]);
  await user.click(screen.getByRole('button', { name: 'Get as a file' }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Groups and spaces as CSV');
  expect(field.value).toBe(`group,space\ndemo-a,DEMO\n"'=d, ""e""",DEMO\ndemo-b,`);
  const { frame } = await startFrame();
  expect(await frame.findByRole('link', { name: 'Download groups-to-take-over.csv' })).toBeTruthy();
});

test('a failure is told, and nothing is lost', async () => {
  const { screen, user } = await openPlan([aFoundGroup('a')], {
    planTakeover: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  await user.click(screen.getByRole('button', { name: 'Take over 1 group' }));
  await screen.findByText(/storage/i);
  expect(screen.getByRole('button', { name: 'Take over 1 group' })).toBeDefined();
});
