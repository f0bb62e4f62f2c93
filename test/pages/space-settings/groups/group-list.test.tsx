import { afterEach, expect, test, vi } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { GroupNumbers, ListedGroup } from '../../../../src/shared/groups/views';
import { GroupId } from '../../../../src/shared/ids';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { account, no, ok, people } from '../../answers';
import { choose } from '../../people';
import { show } from '../../show';
import { aGroup, aGroupView, anotherGroup, aSpace, serve } from '../answers';

const NOW = new Date('2026-03-04T10:00:00.000Z');

afterEach(() => vi.useRealTimers());

async function open(groups: ListedGroup[], api: Partial<SpaceSettingsApi> = {}, next?: string) {
  const asked: [string, unknown][] = [];
  const answer = serve({
    openSpaceSettings: () => ok(aSpace({ groups: { groups, ...(next !== undefined && { next }) } })),
    ...api,
  });
  const view = await show(<SpaceSettings />, {
    people,
    invoke: (key, payload) => {
      asked.push([key, payload]);
      return answer(key, payload);
    },
  });
  await view.screen.findByRole('button', { name: groups[0]?.groupName ?? '' });
  return { ...view, asked: (key: string) => asked.flatMap(([name, payload]) => (name === key ? [payload] : [])) };
}

function numbered(count: number): ListedGroup[] {
  return Array.from({ length: count }, (_, n) =>
    aGroup({ groupId: GroupId.parse(`g-${String(n)}`), groupName: `demo-${String(n).padStart(3, '0')}` }),
  );
}

function numbers({ groupId }: Pick<ListedGroup, 'groupId'>, members: number, changedBy?: string): GroupNumbers {
  return { groupId, members, ...(changedBy !== undefined && { changedBy: account(changedBy) }) };
}

test('shows of each group the members as a number, and who changed it last and when', async () => {
  const group = aGroup({ changedAt: '2026-03-04T15:06:00.000Z' });
  const { screen, asked } = await open([group, anotherGroup], {
    countMembers: () => ok({ groups: [numbers(group, 1234, 'ada'), numbers(anotherGroup, 0)] }),
  });
  await screen.findByText('1234');
  await screen.findByText('Ada Author');
  const row = screen.getByRole('row', { name: /demo-writers/ });
  expect(row.textContent).toMatch(/demo-writers1234Mar 4, 2026, 03:06 PM UTCby.*Ada Author$/);
  expect(screen.getByRole('row', { name: /demo-readers/ }).textContent).toMatch(/demo-readers0Jan 5, 2026/);
  expect(asked('countMembers')).toEqual([{ groupIds: ['g-writers', 'g-readers'] }]);
});

test('keeps a count for ten minutes, and counts a group again once it was opened', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const { screen, user, asked } = await open([aGroup(), anotherGroup], {
    countMembers: ({ groupIds }) => ok({ groups: groupIds.map((id) => numbers({ groupId: GroupId.parse(id) }, 7)) }),
    openGroup: () => ok(aGroupView()),
    readSpaceAudit: () => ok({ rows: [] }),
  });
  expect(await screen.findAllByText('7')).toHaveLength(2);
  async function openAndReturn() {
    await user.click(screen.getByRole('button', { name: 'demo-writers' }));
    await user.click(await screen.findByRole('button', { name: 'Back to all groups' }));
    await screen.findByRole('button', { name: 'demo-writers' });
  }
  vi.setSystemTime(NOW.getTime() + 599_000);
  await openAndReturn();
  await expect.poll(() => asked('countMembers')).toHaveLength(2);
  expect(asked('countMembers')[1]).toEqual({ groupIds: ['g-writers'] });
  vi.setSystemTime(NOW.getTime() + 600_000);
  await openAndReturn();
  await expect.poll(() => asked('countMembers')).toHaveLength(3);
  expect(asked('countMembers')[2]).toEqual({ groupIds: ['g-writers', 'g-readers'] });
});

test('says that members couldn’t be counted, and counts them on request', async () => {
  let isDown = true;
  const { screen, user } = await open([aGroup()], {
    countMembers: () =>
      isDown ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok({ groups: [numbers(aGroup(), 5)] }),
  });
  await screen.findByText('Confluence isn’t responding');
  screen.getByText('Not counted');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('5');
  expect(screen.queryByText('Confluence isn’t responding')).toBeNull();
});

test('says of a group whose members Confluence doesn’t count for them that they aren’t known', async () => {
  const { screen } = await open([aGroup(), anotherGroup], {
    countMembers: () =>
      ok({ groups: [{ groupId: aGroup().groupId, changedBy: account('ada') }, numbers(anotherGroup, 0)] }),
  });
  await screen.findByText('Ada Author');
  expect(screen.getByRole('row', { name: /demo-writers/ }).textContent).toMatch(/demo-writersNot known/);
  expect(screen.getByRole('row', { name: /demo-readers/ }).textContent).toMatch(/demo-readers0/);
});

test('turns the pages, 25 groups at a time', async () => {
  const { screen, user, asked } = await open(
    numbered(25),
    {
      listGroups: ({ after }) =>
        ok(after === 'demo-024' ? { groups: [anotherGroup] } : { groups: numbered(25), next: 'demo-024' }),
    },
    'demo-024',
  );
  expect(screen.queryByRole('button', { name: 'Previous groups' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Next groups' }));
  await screen.findByRole('button', { name: 'demo-readers' });
  expect(screen.queryByRole('button', { name: 'demo-000' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Next groups' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Previous groups' }));
  await screen.findByRole('button', { name: 'demo-000' });
  expect(asked('listGroups')).toEqual([{ order: 'name', after: 'demo-024' }, { order: 'name' }]);
});

test('finds groups by a part of the name, by keyboard, and goes on where the search stopped', async () => {
  const { screen, user, asked } = await open(numbered(25), {
    listGroups: ({ search, after }) => {
      if (search === 'nobody') return ok({ groups: [] });
      return after === undefined ? ok({ groups: [aGroup()], next: 'p-2' }) : ok({ groups: [] });
    },
  });
  await user.type(screen.getByLabelText('Group name'), ' writ {Enter}');
  await screen.findByText('1 group found so far. The rest hasn’t been searched yet.');
  await user.click(screen.getByRole('button', { name: 'Continue searching' }));
  await screen.findByText('No more groups.');
  await user.clear(screen.getByLabelText('Group name'));
  await user.type(screen.getByLabelText('Group name'), 'nobody{Enter}');
  await screen.findByText('No group of this space has “nobody” in its name.');
  expect(asked('listGroups')).toEqual([
    { order: 'name', search: 'writ' },
    { order: 'name', search: 'writ', after: 'p-2' },
    { order: 'name', search: 'nobody' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Show all groups' }));
  await expect.poll(() => asked('listGroups').at(-1)).toEqual({ order: 'name' });
});

test('sorts by the last change, of all groups and not of a page', async () => {
  const { screen, user, asked } = await open(
    numbered(25),
    { listGroups: () => ok({ groups: [anotherGroup] }) },
    'demo-024',
  );
  await choose(user, 'Sort by', 'Last change');
  await screen.findByRole('button', { name: 'demo-readers' });
  expect(asked('listGroups')).toEqual([{ order: 'change' }]);
});

test('a short list has nothing to search or sort', async () => {
  const { screen } = await open([aGroup(), anotherGroup]);
  expect(screen.queryByLabelText('Group name')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Next groups' })).toBeNull();
});

test('says of a group that nobody may change it, or that Atlassian refused, before anybody tries', async () => {
  const refused = aGroup({ refused: { action: 'addMember', at: '2026-03-04T15:06:00.000Z' } });
  const { screen } = await open([refused, { ...anotherGroup, blocked: 'GROUP_BLOCKED' }]);
  expect(screen.getByRole('row', { name: /demo-writers/ }).textContent).toMatch(
    /Atlassian refused.*refused to change it on Mar 4, 2026, 03:06 PM UTC/,
  );
  expect(screen.getByRole('row', { name: /demo-readers/ }).textContent).toMatch(
    /Can’t be changed.*This group is on the block list of this app\./,
  );
});

test('the focus comes back to the group that was open', async () => {
  const { screen, user } = await open([aGroup(), anotherGroup], { openGroup: () => ok(aGroupView()) });
  await user.click(screen.getByRole('button', { name: 'demo-writers' }));
  await user.click(await screen.findByRole('button', { name: 'Back to all groups' }));
  await expect.poll(() => document.activeElement?.textContent).toBe('demo-writers');
});

test('stays on show while another page of it can’t be read', async () => {
  const { screen, user } = await open(
    [aGroup()],
    { listGroups: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) },
    'demo-writers',
  );
  await user.click(screen.getByRole('button', { name: 'Next groups' }));
  await screen.findByText('The app’s storage isn’t responding');
  expect(screen.getByRole('button', { name: 'demo-writers' })).toBeDefined();
});
