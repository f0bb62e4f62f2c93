// Spaces, read as the person who calls.
import { expect } from 'vitest';

import { SpaceId } from '../../../../src/shared/ids';
import { failing, type Call, type Case } from '../case';
import { READ_FAILURES } from '../failures';

const NO_SPACE = SpaceId.parse('999999999');

const CALLS: Record<string, Call> = {
  space: {
    as: 'ann',
    call: 'space',
    operationId: 'getSpaceOperations',
    use: ({ directory }, { space }) => directory.space(space.spaceId),
  },
  spacesById: {
    as: 'ann',
    call: 'spacesById',
    operationId: 'getSpaces',
    use: ({ directory }, { space }) => directory.spacesById([space.spaceId]),
  },
  spacesByKey: {
    as: 'ann',
    call: 'spacesByKey',
    operationId: 'getSpaces',
    use: ({ directory }, { space }) => directory.spacesByKey([space.key], 250),
  },
  findSpaces: {
    as: 'ann',
    call: 'findSpaces',
    operationId: 'searchByCQL',
    use: ({ directory }) => directory.findSpaces('Zoe quill'),
  },
};

export const spaceCases: Case[] = [
  {
    name: 'space: with what the caller may do in it',
    play: async ({ run, space, otherSpace }) => {
      const own = await run('ann', ({ directory }) => directory.space(space.spaceId));
      expect(own?.space).toEqual(space);
      expect(own?.operations).toContainEqual({ operation: 'administer', targetType: 'space' });
      const other = await run('ann', ({ directory }) => directory.space(otherSpace.spaceId));
      expect(other?.space).toEqual(otherSpace);
      expect(other?.operations).not.toContainEqual({ operation: 'administer', targetType: 'space' });
    },
  },
  {
    name: 'findSpaces: by the beginning of words of their name, in any case; the one of this key first; nobody by signs alone',
    play: async ({ run, space, otherSpace }) => {
      async function find(text: string) {
        return (await run('ann', ({ directory }) => directory.findSpaces(text))).spaces;
      }
      const { spaceId: id, key, name, personal } = space;
      expect(await find(key.toLowerCase())).toMatchObject([{ id, key, name, personal }]);
      const begun = name
        .split(' ')
        .map((word) => word.slice(0, 3))
        .join(' ')
        .toUpperCase();
      expect(await find(begun)).toContainEqual({ id, key, name, personal });
      expect(await find(otherSpace.name)).toContainEqual(expect.objectContaining({ id: otherSpace.spaceId }));
      for (const text of ['nosuchspace', '*', '" or title ~ "a', '\\', '?']) {
        expect([text, await find(text)]).toEqual([text, []]);
      }
    },
  },
  {
    name: 'findSpaces: ten at most, and whether there are others',
    play: async ({ run, addSpaces }) => {
      addSpaces(10, 'Quarry');
      const ten = await run('ann', ({ directory }) => directory.findSpaces('quarry'));
      expect([ten.spaces.length, ten.more]).toEqual([10, false]);
      addSpaces(11, 'Quarry');
      const more = await run('ann', ({ directory }) => directory.findSpaces('quarry'));
      expect([more.spaces.length, more.more]).toEqual([10, true]);
    },
  },
  {
    name: 'space: none that nobody knows',
    play: async ({ run }) => expect(await run('ann', ({ directory }) => directory.space(NO_SPACE))).toBeUndefined(),
  },
  {
    name: 'spacesById: those that there are',
    play: async ({ run, space: { spaceId: id, key, name, personal } }) =>
      expect(await run('ann', ({ directory }) => directory.spacesById([id, NO_SPACE]))).toEqual([
        { id, key, name, personal },
      ]),
  },
  {
    name: 'spacesByKey: by the keys that were asked for, in lower case',
    play: async ({ run, space: { spaceId: id, key, name, personal } }) => {
      const asked = [key.toLowerCase(), 'NOSUCH'];
      expect(await run('ann', ({ directory }) => directory.spacesByKey(asked, 250))).toEqual({
        spaces: new Map([[key.toLowerCase(), { id, key, name, personal }]]),
        complete: true,
      });
    },
  },
  {
    name: 'spacesByKey: tells that it looked at too few spaces to know that there is none',
    play: async ({ run, space }) => {
      const [some, none] = await run('ann', async ({ directory }) => [
        await directory.spacesByKey([space.key], 0),
        await directory.spacesByKey(['NOSUCH'], 0),
      ]);
      expect([some.complete, none]).toEqual([true, { spaces: new Map(), complete: false }]);
    },
  },
  ...failing(CALLS, READ_FAILURES),
];
