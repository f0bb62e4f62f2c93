// One person's groups of a space: looked up, removed from all of them, and what that says.
import { within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import type { PersonGroups } from '../../../../src/shared/groups/member-views';
import type { SpaceSettingsView } from '../../../../src/shared/groups/views';
import { GroupId } from '../../../../src/shared/ids';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { account, no, ok, people } from '../../answers';
import { pick } from '../../people';
import { show } from '../../show';
import { aSpace, serve } from '../answers';
import { aChange, aRow } from '../changes/a-change';

const ADA: PersonGroups = {
  groups: [
    { groupId: GroupId.parse('g-readers'), groupName: 'demo-readers' },
    {
      groupId: GroupId.parse('g-writers'),
      groupName: 'demo-writers',
      added: { since: '2026-02-03T04:05:00.000Z', by: account('ben') },
    },
  ],
  account: 'active',
};

const REMOVAL = aChange({
  source: 'allGroups',
  groups: [],
  person: account('ada'),
  planned: { add: 0, remove: 2 },
});

/** Opens the People tab. */
async function openTab(api: Partial<SpaceSettingsApi> = {}, space: Partial<SpaceSettingsView> = {}) {
  const asked: Record<string, unknown[]> = {};
  const answer = serve({
    openSpaceSettings: () => ok(aSpace(space)),
    readPersonGroups: () => ok(ADA),
    ...api,
  });
  const view = await show(<SpaceSettings />, {
    people,
    invoke: (key, payload) => {
      (asked[key] ??= []).push(payload);
      return answer(key, payload);
    },
  });
  await view.user.click(await view.screen.findByRole('tab', { name: 'People' }));
  return { ...view, asked };
}

/** Opens the tab, and looks Ada up. */
async function lookUpAda(api: Partial<SpaceSettingsApi> = {}, space: Partial<SpaceSettingsView> = {}) {
  const opened = await openTab(api, space);
  await pick(opened.user, 'Person to look up', 'Ada Author');
  return opened;
}

function rows(table: HTMLElement): string[][] {
  const [, ...body] = within(table).getAllByRole('row');
  return body.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  );
}

describe('looking somebody up', () => {
  test('asks for one person, and lists nobody before', async () => {
    const { screen, asked } = await openTab();
    await screen.findByRole('combobox', { name: 'Person to look up' });
    expect(screen.queryByRole('table')).toBeNull();
    expect(asked['readPersonGroups']).toBeUndefined();
  });

  test('shows their groups, who added them and when, and that it isn’t all of their access', async () => {
    const { screen, asked } = await lookUpAda();
    const table = await screen.findByRole('table', { name: 'Their groups in this space' });
    expect(rows(table)).toEqual([
      ['demo-readers', 'Added outside Space Steward'],
      ['demo-writers', 'Added byBen Builderon Feb 3, 2026'],
    ]);
    screen.getByText('In 2 groups of this space');
    screen.getByText('Groups that Demo space manages. They may have access in other ways.');
    expect(asked['readPersonGroups']).toEqual([{ accountId: 'ada' }]);
  });

  test('says so where they’re in none, and offers nothing', async () => {
    const { screen } = await lookUpAda({ readPersonGroups: () => ok({ groups: [], account: 'active' }) });
    await screen.findByText('Not in any group that Demo space manages. They may have access in other ways.');
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  test('says where not all could be read, and that a deactivated person can’t be added back', async () => {
    const { screen } = await lookUpAda({
      readPersonGroups: () => ok({ ...ADA, account: 'deactivated', incomplete: true }),
    });
    await screen.findByText(/more groups than this app reads/);
    expect(screen.getByText(/can’t be added back while they’re deactivated/)).toBeTruthy();
  });

  test('that fails says why, and can be tried again', async () => {
    let fails = true;
    const { screen, user, asked } = await lookUpAda({
      readPersonGroups: () => {
        const answer = fails ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok(ADA);
        fails = false;
        return answer;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText('In 2 groups of this space');
    expect(asked['readPersonGroups']).toEqual([{ accountId: 'ada' }, { accountId: 'ada' }]);
  });

  test('shows 25 groups a page', async () => {
    const groups = Array.from({ length: 30 }, (_, n) => ({
      groupId: GroupId.parse(`g-${String(n)}`),
      groupName: `demo-${String(n)}`,
    }));
    const { screen } = await lookUpAda({ readPersonGroups: () => ok({ groups, account: 'active' }) });
    expect(rows(await screen.findByRole('table'))).toHaveLength(25);
    screen.getByRole('button', { name: 'Remove from these 30 groups…' });
  });

  test('works where nothing can be changed, without a button to remove', async () => {
    const { screen } = await lookUpAda({}, { manage: { allowed: false, reason: 'spaceOff' } });
    await screen.findByText('In 2 groups of this space');
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });
});

describe('removing somebody from all groups', () => {
  /** Presses the button that plans it. */
  async function plan(change: ChangeView, api: Partial<SpaceSettingsApi> = {}) {
    const opened = await lookUpAda({
      planPersonRemoval: () => ok(change),
      readChangeLines: () =>
        ok({
          change,
          lines: [
            {
              accountId: account('ada'),
              groupId: GroupId.parse('g-writers'),
              groupName: 'demo-writers',
              operation: 'removeMember',
              verdict: 'willChange',
            },
            {
              accountId: account('ada'),
              groupId: GroupId.parse('g-readers'),
              operation: 'removeMember',
              verdict: 'notAllowed',
              reason: 'GROUP_BLOCKED',
            },
          ],
        }),
      ...api,
    });
    await opened.user.click(await opened.screen.findByRole('button', { name: /^Remove from these/ }));
    return opened;
  }

  test('shows first what would change, group by group, with the person and the reason', async () => {
    const { screen, user, asked } = await plan(aChange({ ...REMOVAL, planned: { add: 0, remove: 1, notAllowed: 1 } }));
    await screen.findByRole('heading', { name: 'Remove from all groups' });
    screen.getByText('This removes them from 1 group.');
    screen.getByText('1 not allowed.');
    await screen.findByText('Ada Author');
    await expect.poll(() => document.activeElement?.textContent).toBe('Remove from 1 group');
    await user.click(screen.getByRole('button', { name: 'Show: Details' }));
    await screen.findByText('demo-writers');
    screen.getByText('Will be removed.');
    screen.getByText('A group that this space doesn’t manage anymore');
    expect(asked['planPersonRemoval']).toEqual([{ accountId: 'ada' }]);
  });

  test('is carried out, says what happened, and looks again afterwards', async () => {
    let left = ADA;
    const { screen, user, asked } = await plan(REMOVAL, {
      readPersonGroups: () => ok(left),
      applyChange: () => {
        left = { groups: [], account: 'active' };
        return ok({ ...REMOVAL, state: 'done', done: { ...REMOVAL.done, removed: 2 }, mayUndo: true });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove from 2 groups' }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(screen.getAllByText('Done: 2 removed').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Copy message' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByText(/^Not in any group that Demo space manages/);
    await expect.poll(() => document.activeElement?.textContent).toBe('Look again');
    expect(asked['readPersonGroups']).toHaveLength(2);
    await expect.poll(() => screen.queryAllByText('Ada Author').length).toBe(2);
  });

  test('is taken back', async () => {
    const done = { ...REMOVAL, state: 'done' as const, done: { ...REMOVAL.done, removed: 2 }, mayUndo: true };
    const undo = aChange({
      ...REMOVAL,
      changeId: 'c-2',
      source: 'undo',
      undoes: 'c-1',
      planned: { add: 2, remove: 0 },
    });
    const { screen, user, asked } = await plan(REMOVAL, { applyChange: () => ok(done), planUndo: () => ok(undo) });
    await user.click(await screen.findByRole('button', { name: 'Remove from 2 groups' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('This adds them to 2 groups.');
    screen.getByRole('button', { name: 'Add to 2 groups' });
    expect(asked['planUndo']).toEqual([{ changeId: 'c-1' }]);
  });

  test('of many groups asks for their number', async () => {
    const many = aChange({ ...REMOVAL, planned: { add: 0, remove: 21 }, needsTypedNumber: 21 });
    const { screen, user, asked } = await plan(many, { applyChange: () => ok({ ...many, state: 'queued' }) });
    await user.type(await screen.findByLabelText('To confirm, type the number of groups: 21'), '21');
    await user.click(screen.getByRole('button', { name: 'Remove from 21 groups' }));
    await screen.findByText(/^Starting/);
    expect(asked['applyChange']).toEqual([{ changeId: 'c-1', version: 1, typedNumber: 21 }]);
  });

  test('of oneself asks for a confirmation', async () => {
    const own = aChange({ ...REMOVAL, removesAuthor: true, membersNotKnown: true });
    const { screen, user, asked } = await plan(own, { applyChange: () => ok({ ...own, state: 'queued' }) });
    await screen.findByText(/may be in more groups of this space/);
    await user.click(screen.getByRole('button', { name: 'Remove from 2 groups' }));
    await screen.findByText('Confirm that you lose this group too.');
    await user.click(screen.getByRole('checkbox', { name: /I’m removing myself/ }));
    await user.click(screen.getByRole('button', { name: 'Remove from 2 groups' }));
    await screen.findByText(/^Starting/);
    expect(asked['applyChange']).toEqual([{ changeId: 'c-1', version: 1, confirmSelf: true }]);
  });

  test('that is discarded comes back to their groups, and the focus to the button', async () => {
    const { screen, user, asked } = await plan(REMOVAL, { cancelChange: () => ok({ ...REMOVAL, state: 'cancelled' }) });
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByText('In 2 groups of this space');
    await expect.poll(() => document.activeElement?.textContent).toBe('Remove from these 2 groups…');
    expect(asked['cancelChange']).toEqual([{ changeId: 'c-1' }]);
  });

  test('of somebody who is in none by now says so at the button', async () => {
    const { screen, asked } = await plan(REMOVAL, {
      planPersonRemoval: () =>
        no({ code: 'INVALID_INPUT', fields: [{ field: 'accountId', message: 'This person isn’t in any group.' }] }),
    });
    await screen.findByText('This person isn’t in any group.');
    expect(asked['planPersonRemoval']).toHaveLength(1);
  });

  test('that isn’t finished stands first when the tab is opened', async () => {
    const running = aChange({ ...REMOVAL, state: 'queued' });
    const { screen, asked } = await openTab({
      listChanges: () => ok({ changes: [aRow(running)] }),
      readChangeLines: () => ok({ change: running, lines: [] }),
    });
    await screen.findByRole('heading', { name: 'Remove from all groups' });
    screen.getByText('Starting. You can close this page: it goes on.');
    expect(asked['readChangeLines']).toEqual([{ changeId: 'c-1' }]);
  });
});
