// What the calls about groups to take over accept.
import { describe, it } from 'vitest';
import type { z } from 'zod/mini';

import { globalPayloads } from '../../../../src/shared/groups/payloads';

/** The fields that a schema complains about; none: it accepts. */
function fields(schema: z.ZodMiniType, payload: unknown): string[] {
  const issues = schema.safeParse(payload).error?.issues ?? [];
  const named = issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.join() : issue.path.join('.')));
  return [...new Set(named)];
}
function messages(schema: z.ZodMiniType, payload: unknown): string[] {
  return (schema.safeParse(payload).error?.issues ?? []).map((issue) => issue.message);
}

describe('groups to take over', () => {
  const { planTakeover, resolveTakeover, findGroups, readTakeoverLines } = globalPayloads;
  function aGroup(more: object = {}) {
    return { groupId: 'g-1', groupName: 'dev-writers', spaceId: '10', ...more };
  }
  function groups(count: number) {
    return { groups: Array.from({ length: count }, (_, n) => aGroup({ groupId: `g-${String(n)}` })) };
  }

  it('are one to 2,000, each once', ({ expect }) => {
    expect(fields(planTakeover, groups(2000))).toEqual([]);
    expect(fields(planTakeover, groups(2001))).toEqual(['groups']);
    expect(fields(planTakeover, groups(0))).toEqual(['groups']);
    expect(messages(planTakeover, { groups: [aGroup(), aGroup()] })).toEqual(['Name each group once.']);
  });

  it('may have no space yet', ({ expect }) => {
    const { spaceId: _space, ...group } = aGroup();
    expect(fields(planTakeover, { groups: [{ ...group, isManagedOutside: true }] })).toEqual([]);
    expect(fields(planTakeover, { groups: [{ ...group, isManagedOutside: false }] })).toEqual([
      'groups.0.isManagedOutside',
    ]);
  });

  it.for([
    ['', 'groups.0.groupName'],
    ['x'.repeat(256), 'groups.0.groupName'],
    ['dev\u202Ewriters', 'groups.0.groupName'],
    ['dev\nwriters', 'groups.0.groupName'],
  ])('have a name that shows: not %j', ([groupName, field], { expect }) => {
    expect(fields(planTakeover, { groups: [aGroup({ groupName })] })).toEqual([field]);
  });

  it('are named by up to 25 lines of a list at a time, each once', ({ expect }) => {
    function lines(numbers: number[]) {
      return { lines: numbers.map((line) => ({ line, group: 'dev-writers', space: 'DEV' })) };
    }
    const numbers = Array.from({ length: 26 }, (_, n) => n + 1);
    expect(fields(resolveTakeover, lines(numbers.slice(1)))).toEqual([]);
    expect(fields(resolveTakeover, lines(numbers))).toEqual(['lines']);
    expect(messages(resolveTakeover, lines([4, 4]))).toEqual(['Name each line once.']);
    expect(fields(resolveTakeover, { lines: [{ line: 1, group: ' ', space: '' }] })).toEqual([
      'lines.0.group',
      'lines.0.space',
    ]);
  });

  it('are searched by a text, and shown 25 or 250 at a time', ({ expect }) => {
    expect(fields(findGroups, { start: 0, text: '' })).toEqual(['text']);
    const changeId = '00000000-0000-4000-8000-0000000000b1';
    expect(fields(readTakeoverLines, { changeId, most: 250 })).toEqual([]);
    expect(fields(readTakeoverLines, { changeId, most: 2000 })).toEqual(['most']);
  });
});
