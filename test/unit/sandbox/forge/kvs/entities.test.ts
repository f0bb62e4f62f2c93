import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';

interface Employee {
  team?: string;
  name?: string;
  age?: number;
  height?: number;
  lead?: boolean;
  notes?: unknown;
}

function employees() {
  return kvs.entity<Employee>('employee');
}

describe('an entity', () => {
  it('is stored under its own name', async ({ expect }) => {
    const { run, forge } = createLab();
    await run(() => employees().set('k1', { name: 'Anna' }));
    expect(await run(async () => [await employees().get('k1'), await kvs.get('k1')])).toEqual([
      { name: 'Anna' },
      undefined,
    ]);
    await run(() => employees().delete('k1'));
    expect(forge.kvs.dump().entities).toEqual({ employee: {} });
  });

  it('has to be declared', async ({ expect }) => {
    await expect(createLab().run(() => kvs.entity('stranger').set('k', {}))).rejects.toMatchObject({
      code: 'SCHEMA_NOT_FOUND',
      responseDetails: { status: 404 },
    });
  });

  it.for([
    [{ name: 5 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ name: ' ' }, 'INCORRECT_PROPERTY_TYPE'],
    [{ age: 1.5 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ age: 2 ** 31 }, 'INCORRECT_PROPERTY_TYPE'],
    [{ lead: 'yes' }, 'INCORRECT_PROPERTY_TYPE'],
    [{ notes: null }, 'INCORRECT_PROPERTY_TYPE'],
    [{ shoeSize: 42 }, 'UNDECLARED_ATTRIBUTE'],
    [{ team: 't'.repeat(1701) }, 'MAX_SIZE'],
    [{ name: 'n'.repeat(901) }, 'MAX_SIZE'],
    [['list'], 'INVALID_ENTITY_VALUE'],
  ] as const)('with %j is refused as %s', async ([value, code], { expect }) => {
    await expect(createLab().run(() => kvs.entity('employee').set('k', value))).rejects.toMatchObject({ code });
  });

  it('takes every declared type at its limits', async ({ expect }) => {
    const value = { age: -(2 ** 31), height: 1.75, lead: false, notes: { any: ['thing'] } };
    const { run, forge } = createLab();
    await run(() => employees().set('k', value));
    expect(forge.kvs.dump().entities['employee']).toEqual({ k: value });
  });
});
