import { describe, it } from 'vitest';
import type { z } from 'zod/mini';

import { globalPayloads, spacePayloads } from '../../../../src/shared/groups/payloads';
import { someRules } from '../../../support/ports/builders';

/** The fields that a schema complains about; none: it accepts. */
function fields(schema: z.ZodMiniType, payload: unknown): string[] {
  const issues = schema.safeParse(payload).error?.issues ?? [];
  const named = issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.join() : issue.path.join('.')));
  return [...new Set(named)];
}
function messages(schema: z.ZodMiniType, payload: unknown): string[] {
  return (schema.safeParse(payload).error?.issues ?? []).map((issue) => issue.message);
}
function people(count: number) {
  return Array.from({ length: count }, (_, n) => `person-${String(n)}`);
}

describe('people to add', () => {
  const { addMembers } = spacePayloads;
  function naming(accountIds: unknown) {
    return { groupId: 'g-1', accountIds };
  }

  it('are accepted, 25 at most', ({ expect }) => {
    expect(fields(addMembers, naming(people(25)))).toEqual([]);
    expect(messages(addMembers, naming(people(26)))).toEqual(['Pick at most 25 people at a time.']);
    expect(fields(addMembers, naming(people(1000)))).toEqual(['accountIds']);
  });

  it('are at least one, each once', ({ expect }) => {
    expect(messages(addMembers, naming([]))).toEqual(['Pick at least one person.']);
    expect(messages(addMembers, naming(['bob', 'ann', 'bob']))).toEqual(['Name each person once.']);
  });

  it('may be of any account type by shape; the policy looks closer', ({ expect }) => {
    expect(fields(addMembers, naming(['qm:1a2b:c3d4', '557058:1a2b-c3d4']))).toEqual([]);
  });

  it.for(['', 'bob&admin=true', '../bob', 'bob bob', 'böb', 'b\u0000', 'x'.repeat(129), 7, null, { id: 'bob' }])(
    'are refused one by one if an id has not the shape of one: %j',
    (id, { expect }) => {
      expect(fields(addMembers, naming(['ann', id]))).toEqual(['accountIds.1']);
    },
  );
});

describe('lines of a list', () => {
  const { resolvePeople } = spacePayloads;
  function aLine(kind: string, text: unknown, line: unknown = 1) {
    return { people: [{ line, text, kind }] };
  }

  it('are one to twenty-five, each once', ({ expect }) => {
    function lines(numbers: number[]) {
      return { people: numbers.map((line) => ({ line, text: 'Ann', kind: 'name' })) };
    }
    const numbers = Array.from({ length: 26 }, (_, n) => n + 1);
    expect(fields(resolvePeople, lines(numbers.slice(1)))).toEqual([]);
    expect(messages(resolvePeople, lines(numbers))).toEqual(['Pick at most 25 people at a time.']);
    expect(messages(resolvePeople, lines([]))).toEqual(['Pick at least one person.']);
    expect(messages(resolvePeople, lines([4, 4]))).toEqual(['Name each line once.']);
  });

  it.for([
    ['accountId', '712020:1a2b'],
    ['accountId', 'qm:1a2b:c3d4'],
    ['email', 'ann@acme.example'],
    ['email', 'ann+x@münchen.example'],
    ['name', 'Adeyemi, Amara'],
    ['name', '山田 太郎'],
  ])('may hold an %s such as %s', ([kind, text], { expect }) => {
    expect(fields(resolvePeople, aLine(String(kind), text))).toEqual([]);
  });

  it.for([
    ['accountId', 'bob bob'],
    ['accountId', 'bob&admin=true'],
    ['accountId', 'x'.repeat(129)],
    ['email', 'ann'],
    ['email', 'ann@acme.example, bob@acme.example'],
    ['email', 'Ann <ann@acme.example>'],
    ['email', 'a\u200Bnn@acme.example'],
    ['name', ' '],
    ['name', 'Ann\u202Eeel'],
    ['name', 'x'.repeat(256)],
    ['name', 7],
  ])('may not hold an %s such as %j', ([kind, text], { expect }) => {
    expect(fields(resolvePeople, aLine(String(kind), text))).toEqual(['people.0.text']);
  });

  it('have a kind and a number', ({ expect }) => {
    expect(fields(resolvePeople, aLine('username', 'ann'))).toEqual(['people.0.kind']);
    for (const line of [-1, 1.5, '1', 100_001]) {
      expect(fields(resolvePeople, aLine('name', 'ann', line))).toEqual(['people.0.line']);
    }
  });
});

describe('changes to undo', () => {
  const { undoChange } = spacePayloads;
  function naming(attemptIds: unknown[]) {
    return { attemptIds, confirmSelf: false };
  }
  const ids = Array.from({ length: 26 }, (_, n) => `00000000-0000-4000-8000-0000000000${n + 10}`);

  it('are one to twenty-five, each once', ({ expect }) => {
    expect(fields(undoChange, naming(ids.slice(1)))).toEqual([]);
    expect(messages(undoChange, naming(ids))).toEqual(['Undo at most 25 changes at a time.']);
    expect(messages(undoChange, naming([]))).toEqual(['Choose at least one change.']);
    expect(messages(undoChange, naming(['a', 'a']))).toEqual(['Name each change once.']);
  });

  it.for(['', 'a b', '../a', 'ä', 'a~b', 'x'.repeat(201), 7, null])(
    'are refused one by one if an id can’t be one: %j',
    (id, { expect }) => {
      expect(fields(undoChange, naming([id]))).toEqual(['attemptIds.0']);
    },
  );

  it('say whether the caller knows that they lose what the group gives', ({ expect }) => {
    expect(fields(undoChange, { attemptIds: ['a'] })).toEqual(['confirmSelf']);
  });
});

describe('a payload', () => {
  it.for([[], 'text', 7, null, undefined, true])('that is not an object is refused: %j', (payload, { expect }) => {
    expect(fields(globalPayloads.readRules, payload)).toEqual(['']);
  });

  it('with a field that is not of the form is refused', ({ expect }) => {
    expect(fields(spacePayloads.openGroup, { groupId: 'g-1', spaceId: '20' })).toEqual(['spaceId']);
    expect(fields(spacePayloads.openSpaceSettings, { accountId: 'boss' })).toEqual(['accountId']);
    expect(fields(spacePayloads.readSpaceAudit, { filter: { spaceId: '20' } })).toEqual(['spaceId']);
  });

  it.for(['__proto__', 'constructor', 'prototype', 'toString'])(
    'does not bring in the key %s, nor change what any object has',
    (key, { expect }) => {
      const payload: unknown = JSON.parse(`{ "groupId": "g-1", "${key}": { "confirmSelf": true } }`);
      const parsed = spacePayloads.openGroup.safeParse(payload);
      expect(parsed.success ? Object.keys(parsed.data) : ['groupId']).toEqual(['groupId']);
      expect(Object.hasOwn(Object.prototype, 'confirmSelf')).toBe(false);
      expect(({} as Record<string, unknown>)['confirmSelf']).toBeUndefined();
    },
  );

  it('does not fill a missing field from its prototype', ({ expect }) => {
    const payload: unknown = JSON.parse('{ "groupId": "g-1", "typedName": "x", "__proto__": { "confirmSelf": true } }');
    expect(fields(spacePayloads.deleteGroup, payload)).toContain('confirmSelf');
  });
});

describe('each call', () => {
  it.for([
    [globalPayloads.savePrivilegedUser, { accountId: 'ann', version: -1 }, 'version'],
    [globalPayloads.savePrivilegedUser, { accountId: 'ann', version: 1.5 }, 'version'],
    [globalPayloads.savePrivilegedUser, { accountId: 'ann' }, 'version'],
    [globalPayloads.acceptNomination, { version: '1' }, 'version'],
    [globalPayloads.findGroups, { start: -1 }, 'start'],
    [globalPayloads.listGroupRecords, { after: 'a"b' }, 'after'],
    [globalPayloads.findGroupRecords, { by: 'name', name: ' ' }, 'name'],
    [globalPayloads.findGroupRecords, { by: 'name', name: 'x'.repeat(256) }, 'name'],
    [globalPayloads.findGroupRecords, { by: 'space', spaceId: 'DEMO' }, 'spaceId'],
    [globalPayloads.findGroupRecords, { by: 'space', spaceId: '1', name: 'x' }, 'name'],
    [globalPayloads.listGroupMembers, { groupId: 'g-1', start: -1 }, 'start'],
    [globalPayloads.transferGroup, { groupId: 'g-1', spaceKey: '' }, 'spaceKey'],
    [globalPayloads.transferGroup, { groupId: 'g-1', spaceKey: 'A B' }, 'spaceKey'],
    [globalPayloads.setGroupDeletable, { groupId: 'g-1', deletable: 'yes' }, 'deletable'],
    [globalPayloads.releaseGroup, { groupId: 'g/1' }, 'groupId'],
    [globalPayloads.readAudit, { filter: { outcome: 'nice' } }, 'filter.outcome'],
    [spacePayloads.createGroup, { name: 'x'.repeat(1001) }, 'name'],
    [spacePayloads.deleteGroup, { groupId: 'g-1', typedName: 'x', confirmSelf: 1 }, 'confirmSelf'],
    [spacePayloads.listMembers, { groupId: 'g-1', start: 0.5 }, 'start'],
    [spacePayloads.readMembers, { groupId: 'g-1', start: -1 }, 'start'],
    [spacePayloads.readMembers, { groupId: 'g-1', start: 2001 }, 'start'],
    [spacePayloads.isMember, { groupId: 'g-1', accountId: '' }, 'accountId'],
    [spacePayloads.readPersonGroups, { accountId: ' ' }, 'accountId'],
    [spacePayloads.listGroups, { after: '' }, 'after'],
  ] as const)('says which field is wrong: %#', ([schema, payload, field], { expect }) => {
    expect(fields(schema, payload)).toEqual([field]);
  });
});

describe('rules', () => {
  function saving(given: Record<string, unknown>) {
    return { rules: { ...someRules(), ...given }, version: 0 };
  }
  const { saveRules } = globalPayloads;

  it('as delivered are accepted', ({ expect }) => {
    expect(fields(saveRules, saving({}))).toEqual([]);
  });

  it.for([
    ['rules.pattern.prefix', { pattern: { prefix: 'dev-', suffix: '' } }],
    ['rules.pattern.suffix', { pattern: { prefix: '', suffix: 'SPACEKEY' } }],
    ['rules.blockList.1', { blockList: ['payroll', '  '] }],
    ['rules.blockList.0', { blockList: ['pay\u202eroll'] }],
    ['rules.blockList.0', { blockList: ['pay\nroll'] }],
    ['rules.blockList.0', { blockList: ['*payroll'] }],
    ['rules.blockList.0', { blockList: ['pay*roll'] }],
    ['rules.blockList.0', { blockList: ['*'] }],
    ['rules.blockList', { blockList: people(201) }],
    ['rules.longestList', { longestList: 0 }],
    ['rules.longestList', { longestList: 2001 }],
    ['rules.mostGroups', { mostGroups: 0 }],
    ['rules.mostGroups', { mostGroups: 1001 }],
    ['rules.where.spaceIds', { where: { spaces: 'only', spaceIds: ['10', '10'] } }],
    ['rules.where.spaces', { where: { spaces: 'none' } }],
    ['rules.longestList', { longestList: 2.5 }],
    ['rules.supportReaders', { supportReaders: people(51) }],
    ['rules.supportReaders.0', { supportReaders: ['no such shape'] }],
    ['rules.personalSpaces', { personalSpaces: 'on' }],
  ] as const)('are refused at %s', ([field, given], { expect }) => {
    expect(fields(saveRules, saving(given))).toEqual([field]);
  });

  it('keep a blocked name without the spaces around it', ({ expect }) => {
    expect(saveRules.parse(saving({ blockList: [' payroll '] })).rules.blockList).toEqual(['payroll']);
  });
});

describe('a list of people', () => {
  const { planPeople } = spacePayloads;
  function listing(count: number, more: object = {}) {
    const listed = people(count).map((accountId, index) => ({ line: index + 1, accountId, operation: 'addMember' }));
    return { groupId: 'g-1', source: 'list', people: listed, ...more };
  }

  it('has one to 2,000, each once; several may stand on one line', ({ expect }) => {
    expect(fields(planPeople, listing(2000))).toEqual([]);
    expect(messages(planPeople, listing(2001))).toEqual(['List at most 2000 people at a time.']);
    expect(messages(planPeople, listing(0))).toEqual(['Pick at least one person.']);
    const [one] = listing(1).people;
    expect(messages(planPeople, listing(1, { people: [one, one] }))).toEqual(['Name each person once.']);
    expect(fields(planPeople, listing(2, { people: [one, { ...one, accountId: 'other' }] }))).toEqual([]);
  });

  it('that is to be the whole group has people to add, and only those', ({ expect }) => {
    expect(fields(planPeople, listing(1, { source: 'wholeGroup' }))).toEqual([]);
    expect(fields(planPeople, listing(0, { source: 'wholeGroup' }))).toEqual(['people']);
    const [one] = listing(1).people;
    const removed = [{ ...one, operation: 'removeMember' }];
    expect(fields(planPeople, listing(1, { source: 'wholeGroup', people: removed }))).toEqual(['people']);
  });

  it('names nobody where a group says who is meant, and that group only there', ({ expect }) => {
    expect(fields(planPeople, listing(0, { source: 'everybody' }))).toEqual([]);
    expect(fields(planPeople, listing(1, { source: 'everybody' }))).toEqual(['people']);
    expect(fields(planPeople, listing(0, { source: 'membersOf' }))).toEqual(['fromGroupId']);
    expect(fields(planPeople, listing(0, { source: 'membersOf', fromGroupId: 'g-2' }))).toEqual([]);
    expect(fields(planPeople, listing(0, { source: 'membersOf', fromGroupId: 'g-1' }))).toEqual(['fromGroupId']);
    expect(fields(planPeople, listing(1, { fromGroupId: 'g-2' }))).toEqual(['fromGroupId']);
  });
});
