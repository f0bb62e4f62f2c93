// The members of all groups of a space as one file: counted first, then read group by group.
import { describe, expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../src/shared/groups/api';
import { GroupId } from '../../../src/shared/ids';
import { readMembers } from '../../../static/people-list/read-members';
import { SpaceSettings } from '../../../static/space-settings/page';
import { account, no, ok, people } from '../answers';
import { startFrame } from '../file-frame/beside';
import { show } from '../show';
import { aGroup, anotherGroup, aSpace, serve } from './answers';

const EMPTY = aGroup({ groupId: GroupId.parse('g-empty'), groupName: 'demo-empty' });

function idOf(index: number): string {
  return `712020:aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

function members(from: number, count: number) {
  return Array.from({ length: count }, (_none, index) => ({ accountId: account(idOf(from + index)) }));
}

/** Opens a space of three groups, one of them empty, on two pages, and asks for the file. */
async function exportAll(sizes: { writers: number; readers: number }, api: Partial<SpaceSettingsApi> = {}) {
  const asked: Record<string, unknown[]> = {};
  const answer = serve({
    openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()], next: 'more' } })),
    listGroups: ({ after }) =>
      ok(after === undefined ? { groups: [aGroup()], next: 'more' } : { groups: [anotherGroup, EMPTY] }),
    countMembers: ({ groupIds }) => {
      const counts: Record<string, number> = { 'g-writers': sizes.writers, 'g-readers': sizes.readers, 'g-empty': 0 };
      return ok({
        groups: groupIds.flatMap((id) =>
          counts[id] === undefined ? [] : [{ groupId: GroupId.parse(id), members: counts[id] }],
        ),
      });
    },
    readMembers: ({ groupId, start }) =>
      groupId === 'g-writers'
        ? ok(
            start === 0 && sizes.writers > 200
              ? { members: members(0, 200), total: sizes.writers, nextStart: 200 }
              : { members: members(start, sizes.writers - start), total: sizes.writers },
          )
        : ok({ members: members(0, sizes.readers), total: sizes.readers }),
    ...api,
  });
  const opened = await show(<SpaceSettings />, {
    people,
    invoke: (key, payload) => {
      (asked[key] ??= []).push(payload);
      return answer(key, payload);
    },
  });
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Show: Export all groups' }));
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Export all groups' }));
  return { ...opened, asked };
}

describe('the members of all groups of a space', () => {
  test('are one file that can be brought to any of its groups', async () => {
    const { screen, asked } = await exportAll({ writers: 201, readers: 2 });
    await screen.findByText(/^203 members of 2 groups; 0 left out/);
    const field = screen.getByLabelText<HTMLTextAreaElement>('Members of all groups as CSV');
    const { people: read, problems } = readMembers(field.value);
    expect(problems).toEqual([]);
    expect(read.filter(({ group }) => group === 'demo-readers').map(({ text }) => text)).toEqual([idOf(0), idOf(1)]);
    expect(read.filter(({ group }) => group === 'demo-writers')).toHaveLength(201);
    // Nobody is looked for in an empty group.
    expect(asked['readMembers']).toEqual([
      { groupId: 'g-writers', start: 0 },
      { groupId: 'g-writers', start: 200 },
      { groupId: 'g-readers', start: 0 },
    ]);
    const { frame } = await startFrame();
    expect(await frame.findByRole('link', { name: 'Download DEMO-groups.csv' })).toBeTruthy();
  });

  test('aren’t read if they are too many, which is said with the number', async () => {
    const { screen, asked } = await exportAll({ writers: 1_999, readers: 2 });
    await screen.findByText(/^The groups of this space have 2,001 members, and at most 2,000 can be exported together/);
    expect(asked['readMembers']).toBeUndefined();
    expect(document.activeElement?.textContent).toBe('Close');
  });

  test('can be stopped, and go on from the page that failed', async () => {
    let failures = 1;
    const { screen, user, asked } = await exportAll(
      { writers: 1, readers: 2 },
      {
        readMembers: ({ groupId }) => {
          if (groupId === 'g-writers') return ok({ members: members(0, 1), total: 1 });
          failures -= 1;
          if (failures === 0) return no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
          return new Promise(() => {}) as never;
        },
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText('Read 1 of 3.');
    expect((asked['readMembers'] as { groupId: string }[]).map(({ groupId }) => groupId)).toEqual([
      'g-writers',
      'g-readers',
      'g-readers',
    ]);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByText('Stopped. Nothing was exported.');
    await expect.poll(() => document.activeElement?.textContent).toBe('Export all groups');
  });

  test('name the groups that aren’t in the file: not counted, or gone meanwhile', async () => {
    const { screen } = await exportAll(
      { writers: 1, readers: 2 },
      {
        countMembers: ({ groupIds }) =>
          ok({
            groups: groupIds.filter((id) => id !== 'g-empty').map((id) => ({ groupId: GroupId.parse(id), members: 1 })),
          }),
        readMembers: ({ groupId }) =>
          groupId === 'g-writers' ? ok({ members: members(0, 1), total: 1 }) : no({ code: 'NOT_FOUND', what: 'group' }),
      },
    );
    expect(
      await screen.findByText('Confluence didn’t show 2 groups, which aren’t in the file: demo-empty, demo-readers.'),
    ).toBeTruthy();
  });

  test('name a group whose members Confluence doesn’t count for them', async () => {
    const { screen, asked } = await exportAll(
      { writers: 1, readers: 2 },
      {
        countMembers: ({ groupIds }) =>
          ok({
            groups: groupIds.map((id) => ({
              groupId: GroupId.parse(id),
              ...(id === 'g-readers' ? {} : { members: id === 'g-empty' ? 0 : 1 }),
            })),
          }),
      },
    );
    await screen.findByText('Confluence didn’t show 1 group, which isn’t in the file: demo-readers.');
    await screen.findByText(/^1 member of 1 groups; 0 left out/);
    expect(asked['readMembers']).toEqual([{ groupId: 'g-writers', start: 0 }]);
  });

  test('of two groups that go by one name are all in the file', async () => {
    const { screen } = await exportAll(
      { writers: 2, readers: 2 },
      {
        listGroups: () => ok({ groups: [aGroup(), { ...anotherGroup, groupName: aGroup().groupName }] }),
      },
    );
    expect(await screen.findByText(/^4 members of 2 groups; 0 left out/)).toBeTruthy();
  });
});
