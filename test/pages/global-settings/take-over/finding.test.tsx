// Groups to take over are found by the pattern, by a part of their names, or by a list.
import { expect, test } from 'vitest';

import type { FoundGroupPage } from '../../../../src/shared/groups/takeovers';
import type { Result } from '../../../../src/shared/result';
import { no, ok } from '../../answers';
import { aFoundGroup, withoutSpace } from './a-takeover';
import { openTakeOver } from './open-take-over';

const pattern = { name: 'Find groups that match the pattern' };

test('all groups are looked at, page by page, and nothing before somebody asks', async () => {
  const { screen, user, payloads } = await openTakeOver({
    findGroups: ({ start }) =>
      ok(
        start === 0
          ? { groups: [aFoundGroup('a')], lookedAt: 200, nextStart: 200 }
          : { groups: [aFoundGroup('a'), aFoundGroup('b')], lookedAt: 40 },
      ),
  });
  await screen.findByRole('button', pattern);
  expect(payloads('findGroups')).toEqual([]);
  await user.click(screen.getByRole('button', pattern));
  await screen.findByRole('button', { name: 'Take over 2 groups' });
  screen.getByText('240 groups were looked at.');
  expect(payloads('findGroups')).toEqual([{ start: 0 }, { start: 200 }]);
});

test('a search that is stopped shows what it has found, and goes on from there', async () => {
  let answer: (page: Result<FoundGroupPage>) => void = () => undefined;
  const { screen, user, payloads } = await openTakeOver({
    findGroups: ({ start }) =>
      start === 0
        ? ok({ groups: [aFoundGroup('a')], lookedAt: 200, nextStart: 200 })
        : (new Promise((resolve) => {
            answer = resolve;
          }) as never),
  });
  await user.click(await screen.findByRole('button', pattern));
  await screen.findByText('1 group found among 200 so far.');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  answer(ok({ groups: [aFoundGroup('late')], lookedAt: 1 }));
  await screen.findByRole('button', { name: 'Take over 1 group' });
  screen.getByText('The search was stopped: there may be more groups.');
  await user.click(screen.getByRole('button', { name: 'Continue searching' }));
  await expect.poll(() => payloads('findGroups')).toHaveLength(3);
  answer(ok({ groups: [aFoundGroup('b')], lookedAt: 5 }));
  await screen.findByRole('button', { name: 'Take over 2 groups' });
  expect(payloads('findGroups').at(-1)).toEqual({ start: 200 });
});

test('a search that fails says so, and is tried again from where it was', async () => {
  let tries = 0;
  const { screen, user, payloads } = await openTakeOver({
    findGroups: ({ start }) => {
      if (start === 0) return ok({ groups: [], lookedAt: 200, nextStart: 200 });
      tries += 1;
      return tries === 1 ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok({ groups: [], lookedAt: 1 });
    },
  });
  await user.click(await screen.findByRole('button', pattern));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('No group found.');
  expect(payloads('findGroups')).toEqual([{ start: 0 }, { start: 200 }, { start: 200 }]);
});

test('any part of a name is searched for', async () => {
  const { screen, user, payloads } = await openTakeOver({
    findGroups: () => ok({ groups: [withoutSpace('crew')], lookedAt: 1, changedKeysAmong: 250 }),
  });
  await user.click(await screen.findByRole('button', { name: 'Search' }));
  await screen.findByText('Enter part of a name.');
  await user.type(screen.getByLabelText('Part of a name'), ' crew {Enter}');
  await screen.findByRole('heading', { level: 4, name: 'Choose a space: 1 group' });
  screen.getByText(/only 250 spaces were searched for changed keys/);
  expect(payloads('findGroups')).toEqual([{ start: 0, text: 'crew' }]);
});

test('a list is looked up 25 lines at a time; a name that there isn’t is told with its line', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `demo-n${String(index)}`);
  const { screen, user, payloads } = await openTakeOver({
    resolveTakeover: ({ lines }) =>
      ok({
        lines: lines.map(({ line, group }) =>
          group === 'demo-n3' ? { line, is: 'none' } : { line, is: 'found', group: aFoundGroup(group.slice(5)) },
        ),
      }),
  });
  await user.click(await screen.findByRole('button', { name: 'Bring a list of groups' }));
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  await screen.findByText('Paste at least one group.');
  await user.click(screen.getByLabelText('Groups and spaces'));
  await user.paste(['space;group', ...names.map((name) => `DEMO;${name}`), `DEMO;${names[0] ?? ''}`].join('\r\n'));
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  await screen.findByRole('button', { name: 'Take over 29 groups' });
  const sent = payloads('resolveTakeover') as { lines: unknown[] }[];
  expect(sent.map(({ lines }) => lines.length)).toEqual([25, 5]);
  expect(sent[0]?.lines[0]).toEqual({ line: 2, group: 'demo-n0', space: 'DEMO' });
  await user.click(screen.getByRole('button', { name: 'Show: 2 lines can’t be taken' }));
  screen.getByText('Line 5: there’s no group named “demo-n3”, or you can’t see it.');
  screen.getByText('Line 32: it names the group of line 2 again.');
});

test('lines that Atlassian puts off are looked up when somebody goes on', async () => {
  let tries = 0;
  const { screen, user } = await openTakeOver({
    resolveTakeover: ({ lines }) => {
      tries += 1;
      const is = tries === 1 ? ('notLookedUp' as const) : ('none' as const);
      return ok({ lines: lines.map(({ line }) => ({ line, is })), stoppedBy: { code: 'RATE_LIMITED' } });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Bring a list of groups' }));
  await user.click(screen.getByLabelText('Groups and spaces'));
  await user.paste('demo-x');
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  await screen.findByText('1 of 1 lines weren’t looked up');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await screen.findByText('No group found.');
  expect(tries).toBe(2);
});

test('a name that too many groups contain doesn’t hold up the others', async () => {
  const { screen, user, payloads } = await openTakeOver({
    resolveTakeover: ({ lines }) =>
      ok({
        lines: lines.map(({ line, group }) =>
          group === 'a' ? { line, is: 'tooMany' } : { line, is: 'found', group: aFoundGroup('b') },
        ),
      }),
  });
  await user.click(await screen.findByRole('button', { name: 'Bring a list of groups' }));
  await user.click(screen.getByLabelText('Groups and spaces'));
  await user.paste('a\ndemo-b');
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  await screen.findByRole('button', { name: 'Take over 1 group' });
  expect(payloads('resolveTakeover')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Show: 1 line can’t be taken' }));
  screen.getByText('Line 1: too many groups have “a” in their names. Search for it under “Part of a name”.');
});
