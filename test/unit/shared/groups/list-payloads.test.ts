// Payloads of the list of a space's groups, and of a group that takes another one's place.
import { expect, test } from 'vitest';
import type { z } from 'zod/mini';

import { spacePayloads } from '../../../../src/shared/groups/payloads';

function fields(schema: z.ZodMiniType, payload: unknown): string[] {
  const issues = schema.safeParse(payload).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join('.')))];
}

test.each([
  [spacePayloads.listGroups, { order: 'size' }, 'order'],
  [spacePayloads.listGroups, { search: '  ' }, 'search'],
  [spacePayloads.listGroups, { search: 'x'.repeat(256) }, 'search'],
  [spacePayloads.assignRole, { groupId: 'g-1', roleId: '' }, 'roleId'],
  [spacePayloads.assignRole, { groupId: 'g-1', roleId: 'x'.repeat(65) }, 'roleId'],
  [spacePayloads.countMembers, { groupIds: [] }, 'groupIds'],
  [spacePayloads.countMembers, { groupIds: ['g-1', 'g-1'] }, 'groupIds'],
  [spacePayloads.countMembers, { groupIds: Array.from({ length: 26 }, (_, n) => `g-${String(n)}`) }, 'groupIds'],
] as const)('says which field is wrong: %#', (schema, payload, field) => {
  expect(fields(schema, payload)).toEqual([field]);
});

test('takes 25 groups at once, and a page in either order', () => {
  const groupIds = Array.from({ length: 25 }, (_, n) => `g-${String(n)}`);
  expect(fields(spacePayloads.countMembers, { groupIds })).toEqual([]);
  for (const payload of [{}, { order: 'change', after: 'x' }, { order: 'name', search: 'y' }, { search: null }]) {
    expect(fields(spacePayloads.listGroups, payload)).toEqual([]);
  }
});

test('a group takes the place only of the one that its members come from', () => {
  const place = { groupId: 'g-1', people: [], replaces: true };
  expect(fields(spacePayloads.planPeople, { ...place, source: 'membersOf', fromGroupId: 'g-2' })).toEqual([]);
  expect(fields(spacePayloads.planPeople, { ...place, source: 'everybody' })).toEqual(['replaces']);
});
