// The lines of a change as a file: each with what happened and why.
import { expect, test } from 'vitest';

import type { ChangeLine } from '../../../../src/shared/groups/changes';
import { GroupId } from '../../../../src/shared/ids';
import { readMembers } from '../../../../static/people-list/read-members';
import { account, no, ok } from '../../answers';
import { startFrame } from '../../file-frame/beside';
import { aChange } from './a-change';
import { openChange, type Api } from './open-change';

const ended = aChange({ state: 'done', lines: 501, done: { added: 500, refused: 1 } });

function idOf(index: number): string {
  return `712020:aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

function lines(from: number, count: number): ChangeLine[] {
  const line = { groupId: GroupId.parse('g-writers'), operation: 'addMember', verdict: 'willChange' } as const;
  return Array.from({ length: count }, (_none, index) => ({
    ...line,
    accountId: account(idOf(from + index)),
    ...(from + index === 500 ? { outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' } : { outcome: 'succeeded' }),
  }));
}

/** Opens the details of a change of 501 people. */
async function openDetails(api: Api = {}) {
  const opened = await openChange(aChange({ state: 'running' }), {
    readChangeLines: ({ after, most }) =>
      ok(
        most === undefined || after === 500
          ? { change: ended, lines: lines(500, 1) }
          : { change: ended, lines: lines(0, 500), next: 500 },
      ),
    ...api,
  });
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Show: Details' }));
  return opened;
}

test('has everybody, with group, action, outcome and reason, and can be brought back', async () => {
  const { screen, user, asked } = await openDetails();
  await user.click(await screen.findByRole('button', { name: 'Get all as a file' }));
  await screen.findByText('501 rows. They can be brought back as a list.');
  const field = screen.getByLabelText<HTMLTextAreaElement>('Details as CSV');
  expect(document.activeElement).toBe(field);
  expect(asked['readChangeLines']?.slice(-2)).toEqual([
    { changeId: 'c-1', after: 0, most: 500 },
    { changeId: 'c-1', after: 500, most: 500 },
  ]);
  expect(field.value.split('\n').at(1)?.trim()).toBe(`${idOf(0)},,demo-writers,add,Added.`);
  expect(field.value).toMatch(/,add,"?Not allowed\. This account can’t be a member here/);
  const { people, problems } = readMembers(field.value);
  expect(problems).toEqual([]);
  expect(people).toMatchObject({ length: 501, 500: { text: idOf(500), group: 'demo-writers', action: 'add' } });
  const { frame } = await startFrame();
  await frame.findByRole('link', { name: 'Download demo-writers-2026-02-03.csv' });
});

test('names people as Confluence does, beside their account IDs, and the names come back', async () => {
  const [first] = lines(0, 1);
  const named = [{ ...first, name: '=Ada, the first' }, ...lines(1, 1)] as ChangeLine[];
  const { screen, user } = await openDetails({ readChangeLines: () => ok({ change: ended, lines: named }) });
  await user.click(await screen.findByRole('button', { name: 'Get all as a file' }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Details as CSV');
  expect(field.value).not.toMatch(/(^|,|\n)=/);
  expect(readMembers(field.value)).toMatchObject({
    people: [{ kind: 'accountId', text: idOf(0), name: '=Ada, the first' }, { text: idOf(1) }],
    problems: [],
  });
});

test('is stopped, and goes on from the page that failed', async () => {
  let answer: (() => void) | undefined;
  let fails = false;
  const { screen, user } = await openDetails({
    readChangeLines: ({ after, most }) => {
      if (most === undefined) return ok({ change: ended, lines: lines(500, 1) });
      if (after === 0) return ok({ change: ended, lines: lines(0, 500), next: 500 });
      if (fails) return no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
      return new Promise((resolve) => {
        answer = () => resolve(ok({ change: ended, lines: lines(500, 1) }));
      }) as never;
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Get all as a file' }));
  await screen.findByText('Read 500 rows.');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Stopped. There isn’t a file.');
  answer?.();
  fails = true;
  await user.click(screen.getByRole('button', { name: 'Get all as a file' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  fails = false;
  await user.click(again);
  await expect.poll(() => answer).toBeDefined();
  expect(screen.queryByLabelText('Details as CSV')).toBeNull();
});
