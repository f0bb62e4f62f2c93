// The groups and spaces that lines of a list name.
import { describe, it } from 'vitest';

import { AppError } from '../../../../src/broker/errors';
import { resolveTakeover } from '../../../../src/groups/takeovers/resolve-takeover';
import { aGroup, boss, proved } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

async function resolve(world: World, ...lines: [group: string, space?: string][]) {
  const listed = lines.map(([group, space], index) => ({ line: index + 1, group, space }));
  return resolveTakeover(world.ports, proved(boss, world.clock.now()), { lines: listed });
}
async function told(...request: Parameters<typeof resolve>) {
  return (await resolve(...request)).lines.map((line) =>
    line.is === 'found'
      ? [line.group.groupName, line.group.space?.key, line.group.spaceWhy].filter(Boolean).join(' ')
      : line.is,
  );
}
function has(world: World, ...names: string[]) {
  for (const name of names) world.site.has(aGroup({ groupId: `g-${name}`, name }));
}

describe('a line of a list', () => {
  it('names a group exactly, in any letter case, among all that contain the name', async ({ expect }) => {
    const world = aWorld();
    has(world, 'a-writers', 'b-writers', 'writers', 'writers-z');
    world.site.groupsAPage = 2;
    expect(await told(world, ['writers', 'DEV'], ['WRITERS', 'hr'], ['writer', 'DEV'])).toEqual([
      'writers DEV',
      'writers HR',
      'none',
    ]);
  });

  it('takes the space that the name points to, if it names none', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers', 'unrelated');
    expect(await told(world, ['dev-writers'], ['dev-writers', 'HR'], ['unrelated'])).toEqual([
      'dev-writers DEV',
      'dev-writers HR',
      'unrelated',
    ]);
  });

  it.for(['NONE', 'not a key', 'DEV,HR'])('says that there is no space %s', async (space, { expect }) => {
    const world = aWorld();
    has(world, 'dev-writers');
    expect(await told(world, ['dev-writers', space])).toEqual(['dev-writers SPACE_NOT_FOUND']);
  });

  it('isn’t looked up once Atlassian puts searches off, and can be sent again', async ({ expect }) => {
    const world = aWorld();
    has(world, 'dev-writers');
    world.journal.fail(
      'searchGroups',
      new AppError({ code: 'RATE_LIMITED', retryAfterSeconds: 7, changed: 'nothing' }),
    );
    expect(await resolve(world, ['dev-writers'])).toEqual({
      lines: [{ line: 1, is: 'notLookedUp' }],
      stoppedBy: { code: 'RATE_LIMITED', retryAfterSeconds: 7 },
    });
    expect(await told(world, ['dev-writers'])).toEqual(['dev-writers DEV']);
  });

  it('is looked for on two pages for each spelling, and is never called missing beyond', async ({ expect }) => {
    const world = aWorld();
    has(world, 'a-x', 'b-x', 'x');
    world.site.groupsAPage = 1;
    world.site.searchMindsCase = false;
    const { lines, stoppedBy } = await resolve(world, ['x'], ['X']);
    expect(lines).toEqual([
      { line: 1, is: 'tooMany' },
      { line: 2, is: 'tooMany' },
    ]);
    expect(stoppedBy).toBeUndefined();
    expect(world.journal.lines('searchGroups')).toHaveLength(6);
  });

  it.for([
    ['x', 'x'],
    ['other', 'tooMany'],
  ] as const)(
    'that too many names contain as it is written is still looked for in lower case: %s',
    async ([name, is], { expect }) => {
      const world = aWorld();
      has(world, 'aX', 'bX', 'cX', name);
      world.site.groupsAPage = 1;
      world.site.searchMindsCase = true;
      expect(await told(world, ['X'])).toEqual([is]);
    },
  );

  it('ends when time is short, however many groups contain a name', async ({ expect }) => {
    const world = aWorld();
    has(world, 'x-a', 'x-b', 'x-c');
    world.site.groupsAPage = 1;
    world.journal.before('searchGroups', () => {
      world.time.remainingMs = 0;
    });
    expect((await resolve(world, ['x'])).lines).toEqual([{ line: 1, is: 'notLookedUp' }]);
  });
});

it('a list of names that too many groups contain costs two searches a line, and ten more in all', async ({
  expect,
}) => {
  const world = aWorld();
  const names = Array.from({ length: 25 }, (_, index) => `X${String.fromCharCode(97 + index)}`);
  for (const name of names)
    has(world, `a-${name}`, `b-${name}`, `c-${name}`, name.toLowerCase(), `0-${name.toLowerCase()}`);
  world.site.groupsAPage = 1;
  world.site.searchMindsCase = true;
  const { lines } = await resolve(world, ...names.map((name): [string] => [name]));
  expect(world.journal.lines('searchGroups')).toHaveLength(60);
  expect(lines.every(({ is }) => is === 'tooMany' || is === 'found')).toBe(true);
  expect(lines.some(({ is }) => is === 'tooMany')).toBe(true);
});

it('a list costs a search a line, and the same number of other readings however long it is', async ({ expect }) => {
  const world = aWorld();
  const names = Array.from({ length: 25 }, (_, index) => `dev-${String(index + 1)}`);
  has(world, ...names);
  await resolve(world, ...names.map((name): [string] => [name]));
  const calls = world.journal.entries.map(({ call }) => call);
  expect(
    Object.fromEntries(
      ['searchGroups', 'spacesByKey', 'accessOf'].map((one) => [one, calls.filter((call) => call === one).length]),
    ),
  ).toEqual({
    searchGroups: 25,
    spacesByKey: 1,
    accessOf: 1,
  });
});
