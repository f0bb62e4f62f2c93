// People as the caller sees them: the names of members, and searches by name in Confluence and by email in Jira.
import { expect } from 'vitest';

import { AccountId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { failing, type Case } from '../case';
import { READ_FAILURES } from '../failures';

const EMAIL = 'zoe.quill@acme.example';

export const nameCases: Case[] = [
  {
    name: 'members: with their public names, as far as they have one',
    play: async ({ run, hasGroup, id, isCalled }) => {
      isCalled('bob', 'Bob Builder');
      const { groupId } = hasGroup('demo-names', id('bob'));
      const { names } = await run('ann', ({ directory }) => directory.members(groupId, 0));
      expect(names).toEqual({ [id('bob')]: 'Bob Builder' });
    },
  },
  {
    name: 'findByName: users by the beginning of words of their name, in any case, those of exactly this name first',
    play: async ({ run, id, isCalled }) => {
      isCalled('bob', 'Zoe Quillfeather');
      isCalled('cy', 'Zoe Quill');
      for (const name of ['Zoe Quill', 'zoe quill', 'Quill, Zoe']) {
        const { accountIds, more } = await run('ann', ({ directory }) => directory.findByName(name));
        expect([accountIds.toSorted(), more]).toEqual([[id('bob'), id('cy')].toSorted(), false]);
        if (name !== 'Quill, Zoe') expect(accountIds[0]).toBe(id('cy'));
      }
      expect(await run('ann', ({ directory }) => directory.findByName('Zoe Quillon'))).toEqual({
        accountIds: [],
        more: false,
      });
    },
  },
  {
    name: 'findByName: nobody by an email in their name, and nobody by signs alone',
    play: async ({ run, isCalled }) => {
      isCalled('bob', EMAIL);
      for (const name of [EMAIL, '*', '" or user.fullname ~ "zoe', '~ ?', '-', '\\']) {
        const { accountIds } = await run('ann', ({ directory }) => directory.findByName(name));
        expect([name, accountIds]).toEqual([name, []]);
      }
    },
  },
  {
    name: 'findByName: ten at most, and whether there are others',
    play: async ({ run, areCalled }) => {
      areCalled(10, 'Zoe Quill');
      const ten = await run('ann', ({ directory }) => directory.findByName('Zoe'));
      expect([ten.accountIds.length, ten.more]).toEqual([10, false]);
      areCalled(11, 'Zoe Quill');
      const more = await run('ann', ({ directory }) => directory.findByName('Zoe'));
      expect([more.accountIds.length, more.more]).toEqual([10, true]);
    },
  },
  {
    name: 'names: of each account that shows one',
    play: async ({ run, id, isCalled }) => {
      isCalled('bob', 'Bob Builder');
      const unknown = AccountId.parse('712020:00000000-0000-4000-8000-000000000000');
      const names = await run('ann', ({ directory }) => directory.names([id('bob'), unknown, id('bob')]));
      expect([...names]).toEqual([[id('bob'), 'Bob Builder']]);
      expect(await run('ann', ({ directory }) => directory.names([]))).toEqual(new Map());
    },
  },
  ...failing(
    {
      names: {
        as: 'ann',
        call: 'names',
        operationId: 'createBulkUserLookup',
        use: ({ directory }, { id }) => directory.names([id('bob')]),
      },
      findByName: {
        as: 'ann',
        call: 'findByName',
        operationId: 'searchUser',
        use: ({ directory }) => directory.findByName('Zoe'),
      },
    },
    READ_FAILURES,
  ),
];

const SEARCH = {
  as: 'boss',
  call: 'findByEmail',
  operationId: 'findUsers',
  use: ({ jiraPeople }) => jiraPeople.findByEmail(EMAIL),
} as const satisfies Parameters<typeof failing>[0][string];

export const emailCases: Case[] = [
  {
    name: 'maySearch: whether Jira lets the caller search people, not so of somebody without Jira',
    play: async ({ run }) => {
      expect(await run('boss', ({ jiraPeople }) => jiraPeople.maySearch())).toBe('yes');
      expect(await run('ann', ({ jiraPeople }) => jiraPeople.maySearch())).toBe('mayNotSearch');
    },
  },
  {
    name: 'findByEmail: who shows it, and who hides it, in any case',
    play: async ({ run, id, hasEmail }) => {
      function found(email: string) {
        return run('boss', ({ jiraPeople }) => jiraPeople.findByEmail(email));
      }
      expect(await found(EMAIL)).toEqual({ shown: [], hidden: [] });
      hasEmail('bob', EMAIL, 'hidden');
      expect(await found(EMAIL)).toEqual({ shown: [], hidden: [id('bob')] });
      hasEmail('bob', EMAIL, 'shown');
      for (const email of [EMAIL, EMAIL.toUpperCase()]) {
        expect(await found(email)).toEqual({ shown: [id('bob')], hidden: [] });
      }
    },
  },
  {
    name: 'findByEmail: fails where Jira refuses',
    play: async ({ run, fail }) => {
      const failure = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' } as const;
      fail(SEARCH, { rest: { status: 403 }, failure });
      expect(await failureFrom(run('boss', ({ jiraPeople }) => jiraPeople.findByEmail(EMAIL)))).toEqual(failure);
    },
  },
  ...failing(
    {
      maySearch: {
        as: 'boss',
        call: 'maySearch',
        operationId: 'getMyPermissions',
        use: ({ jiraPeople }) => jiraPeople.maySearch(),
      },
      findByEmail: SEARCH,
    },
    READ_FAILURES,
  ),
];
