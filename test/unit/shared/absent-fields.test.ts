// What clients send for a field that they leave out, in every payload of both products.
import { describe, it } from 'vitest';
import type { z } from 'zod/mini';

import {
  automationActionPayloads,
  customerSettingsPayloads,
  restApiPayloads,
  queuePagePayloads,
} from '../../../src/shared/customers/payloads';
import { globalPayloads, spacePayloads } from '../../../src/shared/groups/payloads';

const TABLES: Record<string, Record<string, z.ZodMiniType>> = {
  global: globalPayloads,
  space: spacePayloads,
  queue: queuePagePayloads,
  'Jira admin': customerSettingsPayloads,
  REST: restApiPayloads,
  action: automationActionPayloads,
};

interface Field {
  path: string;
  schema: z.ZodMiniType;
}

/** Every field of an object, and of objects within it, that may be left out. */
function absentFields(schema: z.ZodMiniType, path: string): Field[] {
  const { def } = schema as unknown as { def: Record<string, unknown> };
  const inner = ['innerType', 'element', 'in', 'left'].flatMap((name) =>
    def[name] === undefined ? [] : absentFields(def[name] as z.ZodMiniType, path),
  );
  const options = ((def['options'] ?? []) as z.ZodMiniType[]).flatMap((option) => absentFields(option, path));
  const shape = Object.entries((def['shape'] ?? {}) as Record<string, z.ZodMiniType>).flatMap(([name, field]) => [
    ...(field.safeParse(undefined).success ? [{ path: `${path}.${name}`, schema: field }] : []),
    ...absentFields(field, `${path}.${name}`),
  ]);
  return [...inner, ...options, ...shape];
}

const FIELDS = Object.entries(TABLES).flatMap(([table, payloads]) =>
  Object.entries(payloads).flatMap(([key, schema]) => absentFields(schema, `${table}: ${key}`)),
);

describe('a field that may be absent', () => {
  it('is found in every table that has one', ({ expect }) => {
    expect(new Set(FIELDS.map(({ path }) => path.split(':')[0]))).toEqual(new Set(Object.keys(TABLES)));
    expect(FIELDS.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'REST: createCustomer.displayName',
        'REST: createCustomer.organizationIds',
        'queue: createCustomers.people.displayName',
        'action: createByRule.organizationId',
        'space: readSpaceAudit.filter.groupId',
      ]),
    );
  });

  it.for(FIELDS.map(({ path, schema }) => [path, schema] as const))(
    '%s: null is the same as absent',
    ([, schema], { expect }) => {
      const absent = schema.safeParse(undefined);
      const sent = schema.safeParse(null);
      expect(sent.error?.issues ?? []).toEqual([]);
      expect(sent.data).toEqual(absent.data);
    },
  );
});
