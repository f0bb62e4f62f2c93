import { expect, test } from 'vitest';

import type { NamedMember } from '../../../src/shared/groups/member-views';
import { readMembers } from '../../../static/people-list/read-members';
import { account, no, ok } from '../answers';
import { startFrame } from '../file-frame/beside';
import { aGroup, aGroupView } from './answers';
import { openGroup, outcomes } from './groups/open-group';

const ADA = '712020:aaaaaaaa-0000-4000-8000-000000000001';
const BEN = '712020:aaaaaaaa-0000-4000-8000-000000000002';

function members(from: number, count: number): NamedMember[] {
  return Array.from({ length: count }, (_, index) => ({
    accountId: account(`712020:00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`),
  }));
}

function ofSize(total: number) {
  return aGroupView([], { members: { accountIds: [], start: 0, total } });
}

function fileIn(screen: Awaited<ReturnType<typeof openGroup>>['screen']) {
  return (screen.getByLabelText('Members as CSV') as HTMLTextAreaElement).value;
}

/** Opens a group, and what exports its members. */
async function openExport(...given: Parameters<typeof openGroup>) {
  const opened = await openGroup(...given);
  await opened.user.click(opened.screen.getByRole('button', { name: 'More' }));
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Export' }));
  await opened.screen.findByRole('heading', { name: 'Export members' });
  return opened;
}

test('shows the members with names and group as a file that can be brought back', async () => {
  const named = [{ accountId: account(ADA), name: '=cmd|’/c calc’' }, { accountId: account(BEN) }];
  const { screen, user, asked } = await openExport(ofSize(2), { readMembers: () => ok({ members: named, total: 2 }) });
  await user.click(screen.getByRole('button', { name: 'Export 2 members' }));
  await screen.findByText('2 members, 1 KB');
  expect(document.activeElement).toBe(screen.getByLabelText('Members as CSV'));
  expect(asked['readMembers']).toEqual([{ groupId: 'g-writers', start: 0 }]);
  expect(fileIn(screen)).not.toMatch(/(^|,|\n)[=+@]/);
  expect(fileIn(screen).startsWith('\ufeff')).toBe(false);
  expect(readMembers(fileIn(screen))).toMatchObject({
    people: [
      { text: ADA, name: '=cmd|’/c calc’', group: 'demo-writers' },
      { text: BEN, group: 'demo-writers' },
    ],
    problems: [],
  });
});

test('offers the file in the Frame for files, beside what is to be copied', async () => {
  const { screen, user } = await openExport(ofSize(1), { readMembers: () => ok({ members: members(0, 1), total: 1 }) });
  await user.click(screen.getByRole('button', { name: 'Export 1 member' }));
  await screen.findByText('1 member, 1 KB');
  const { frame } = await startFrame();
  const link = await frame.findByRole('link', { name: 'Download demo-writers.csv' });
  expect(link.getAttribute('download')).toBe('demo-writers.csv');
});

test('leaves the Frame to whoever asked last, and takes it back on a press', async () => {
  const { screen, user } = await openExport(ofSize(1), { readMembers: () => ok({ members: members(0, 1), total: 1 }) });
  await user.click(screen.getByRole('button', { name: 'Export 1 member' }));
  await screen.findByText('1 member, 1 KB');
  await user.click(screen.getByRole('button', { name: 'Bring a list' }));
  await user.click(await screen.findByRole('button', { name: 'Download demo-writers.csv' }));
  await screen.findByRole('button', { name: 'Choose a file' });
  expect(screen.queryByRole('button', { name: 'Download demo-writers.csv' })).toBeNull();
  expect(document.querySelectorAll('iframe')).toHaveLength(1);
});

test('reads page by page, and keeps once whom two pages have', async () => {
  const { screen, user, asked } = await openExport(ofSize(203), {
    readMembers: ({ start }) =>
      ok(
        start === 0
          ? { members: members(0, 200), total: 203, nextStart: 200 }
          : { members: [...members(199, 1), ...members(200, 3)], total: 203 },
      ),
  });
  await user.click(screen.getByRole('button', { name: 'Export 203 members' }));
  await screen.findByText(/^203 members, /);
  expect(asked['readMembers']).toEqual([
    { groupId: 'g-writers', start: 0 },
    { groupId: 'g-writers', start: 200 },
  ]);
  expect(readMembers(fileIn(screen)).people).toHaveLength(203);
});

test('can be stopped: nothing more is read, and nothing is shown', async () => {
  let answer: (() => void) | undefined;
  const { screen, user, asked } = await openExport(ofSize(400), {
    readMembers: ({ start }) =>
      start === 0
        ? ok({ members: members(0, 200), total: 400, nextStart: 200 })
        : (new Promise((resolve) => {
            answer = () => resolve(ok({ members: members(200, 200), total: 400 }));
          }) as never),
  });
  await user.click(screen.getByRole('button', { name: 'Export 400 members' }));
  await screen.findByText('Read 200 of 400.');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Stopped. Nothing was exported.');
  answer?.();
  await expect.poll(() => document.activeElement?.textContent).toBe('Export 400 members');
  expect(screen.queryByLabelText('Members as CSV')).toBeNull();
  expect(asked['readMembers']).toHaveLength(2);
});

test('goes on from the page that failed', async () => {
  let failures = 1;
  const { screen, user, asked } = await openExport(ofSize(201), {
    readMembers: ({ start }) => {
      if (start === 0) return ok({ members: members(0, 200), total: 201, nextStart: 200 });
      failures -= 1;
      return failures < 0
        ? ok({ members: members(200, 1), total: 201 })
        : no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    },
  });
  await user.click(screen.getByRole('button', { name: 'Export 201 members' }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText(/^201 members, /);
  expect((asked['readMembers'] as { start: number }[]).map(({ start }) => start)).toEqual([0, 200, 200]);
});

test('says how many aren’t in the file, because Confluence doesn’t show them', async () => {
  const { screen, user } = await openExport(ofSize(3), { readMembers: () => ok({ members: members(0, 1), total: 3 }) });
  await user.click(screen.getByRole('button', { name: 'Export 3 members' }));
  await screen.findByText('2 members aren’t in the file: Confluence doesn’t show you who they are.');
  expect(readMembers(fileIn(screen)).people).toHaveLength(1);
});

test('says if the group changed while it was read', async () => {
  const { screen, user } = await openExport(ofSize(201), {
    readMembers: ({ start }) =>
      ok(
        start === 0
          ? { members: members(0, 200), total: 201, nextStart: 200 }
          : { members: members(201, 1), total: 202 },
      ),
  });
  await user.click(screen.getByRole('button', { name: 'Export 201 members' }));
  await screen.findByText(/The group changed while it was read/);
  expect(screen.queryByText(/aren’t in the file/)).toBeNull();
});

test('isn’t offered for more than 2,000 members, with the reason, and not for nobody', async () => {
  const { screen, asked } = await openExport(ofSize(2001));
  screen.getByText(/This group has 2,001 members, and lists of at most 2,000 can be exported/);
  expect(screen.queryByRole('button', { name: /^Export/ })).toBeNull();
  expect(asked['readMembers']).toBeUndefined();
});

test('isn’t offered for a group without members', async () => {
  const { screen, user } = await openGroup(aGroupView());
  await user.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Export members' })).toBeNull();
});

test('says so if the group grew beyond that meanwhile', async () => {
  const { screen, user } = await openExport(ofSize(2000), {
    readMembers: () => no({ code: 'FORBIDDEN', reason: 'GROUP_TOO_LARGE' }),
  });
  await user.click(screen.getByRole('button', { name: 'Export 2000 members' }));
  await screen.findByText(/more than 2,000 members/);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('is there while the page is read-only', async () => {
  const readOnly = await openExport(ofSize(1), {}, { manage: { allowed: false, reason: 'notConfigured' } });
  expect(readOnly.screen.getByRole('button', { name: 'Export 1 member' })).toBeDefined();
});

test('forgets the file once the group changed', async () => {
  const { screen, user } = await openExport(aGroupView(['ada', 'ben'], { group: aGroup() }), {
    readMembers: () => ok({ members: members(0, 2), total: 2 }),
    removeMembers: () => ok({ people: outcomes(['ada', 'removed']) }),
    listMembers: () => ok({ accountIds: [account('ben')], start: 0, total: 1 }),
  });
  await user.click(screen.getByRole('button', { name: 'Export 2 members' }));
  await screen.findByLabelText('Members as CSV');
  await user.click(screen.getAllByRole('button', { name: 'Remove' })[0] as HTMLElement);
  await screen.findByRole('button', { name: 'Export members' });
  expect(screen.queryByLabelText('Members as CSV')).toBeNull();
});
