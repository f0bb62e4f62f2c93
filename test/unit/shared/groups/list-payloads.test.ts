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

test('a group is created in place of another one, or of none', () => {
  const { createGroup, keepBothGroups } = spacePayloads;
  for (const place of [{}, { inPlaceOf: 'g-1' }, { inPlaceOf: null }]) {
    expect(fields(createGroup, { name: 'x', ...place })).toEqual([]);
  }
  expect(fields(createGroup, { name: 'x', inPlaceOf: '../g-1' })).toEqual(['inPlaceOf']);
  expect(fields(keepBothGroups, { groupId: '' })).toEqual(['groupId']);
});
