import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';
import type { Lab } from '../lab';

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

const STAFF: Record<string, Employee> = {
  k1: { team: 'red', name: 'Anna', age: 30, lead: true },
  k2: { team: 'red', name: 'Cleo', age: 50 },
  k3: { team: 'red', name: 'Bert', age: 40 },
  k4: { team: 'blue', name: 'Dora', age: 20 },
  k5: { team: 'red' },
};

async function withStaff(): Promise<Lab> {
  const lab = createLab();
  await lab.run(async () => {
    for (const [key, value] of Object.entries(STAFF)) await employees().set(key, value);
  });
  return lab;
}

function byTeam(team = 'red') {
  return employees()
    .query()
    .index('by-team', { partition: [team] });
}
function keysOf({ results }: { results: { key: string }[] }): string[] {
  return results.map(({ key }) => key);
}

describe('a query over an index', () => {
  it('gives its partition in the order of its range; rows without an indexed attribute are not in it', async ({
    expect,
  }) => {
    const { run } = await withStaff();
    expect(keysOf(await run(() => byTeam().getMany()))).toEqual(['k1', 'k3', 'k2']);
    expect(keysOf(await run(() => byTeam().sort(Sort.DESC).getMany()))).toEqual(['k2', 'k3', 'k1']);
    expect(
      keysOf(await run(() => employees().query().index('age').where(WhereConditions.greaterThan(30)).getMany())),
    ).toEqual(['k3', 'k2']);
  });

  it('narrows by the range', async ({ expect }) => {
    const { run } = await withStaff();
    async function found(where: Parameters<ReturnType<typeof byTeam>['where']>[0]) {
      return keysOf(await run(() => byTeam().where(where).getMany()));
    }
    expect(await found(WhereConditions.beginsWith('B'))).toEqual(['k3']);
    expect(await found(WhereConditions.between('Anna', 'Bert'))).toEqual(['k1', 'k3']);
    expect(await found(WhereConditions.equalTo('Cleo'))).toEqual(['k2']);
    expect(await found(WhereConditions.lessThanEqualTo('Bert'))).toEqual(['k1', 'k3']);
    expect(await found(WhereConditions.greaterThanEqualTo('Bert'))).toEqual(['k3', 'k2']);
    expect(await found(WhereConditions.lessThan('Anna'))).toEqual([]);
  });

  it('filters a page after reading it, so that a page can be empty and have a next one', async ({ expect }) => {
    const { run } = await withStaff();
    function older() {
      return byTeam()
        .filters(new Filter<Employee>().and('age', FilterConditions.greaterThan(45)))
        .limit(2);
    }
    const first = await run(() => older().getMany());
    expect(first.results).toEqual([]);
    const { nextCursor = '' } = first;
    const second = await run(() => older().cursor(nextCursor).getMany());
    expect([keysOf(second), second.nextCursor]).toEqual([['k2'], undefined]);
  });

  it('continues downwards, and at a row that was added meanwhile', async ({ expect }) => {
    const { run } = await withStaff();
    function down() {
      return byTeam().sort(Sort.DESC).limit(1);
    }
    const { nextCursor = '' } = await run(() => down().getMany());
    await run(() => employees().set('k9', { team: 'red', name: 'Bill' }));
    expect(keysOf(await run(() => down().limit(5).cursor(nextCursor).getMany()))).toEqual(['k9', 'k3', 'k1']);
  });

  it('knows every filter condition', async ({ expect }) => {
    const { run } = await withStaff();
    async function found(filter: ReturnType<Filter<Employee>['and']> | ReturnType<Filter<Employee>['or']>) {
      return keysOf(await run(() => employees().query().index('by-key').filters(filter).getMany()));
    }
    function filter() {
      return new Filter<Employee>();
    }
    expect(await found(filter().and('lead', FilterConditions.exists()))).toEqual(['k1']);
    expect(await found(filter().and('name', FilterConditions.notExists()))).toEqual(['k5']);
    expect(await found(filter().and('name', FilterConditions.contains('er')))).toEqual(['k3']);
    expect(await found(filter().and('name', FilterConditions.notContains('e')))).toEqual(['k1', 'k4', 'k5']);
    expect(await found(filter().and('team', FilterConditions.notEqualTo('red')))).toEqual(['k4']);
    expect(await found(filter().and('age', FilterConditions.between(20, 30)))).toEqual(['k1', 'k4']);
    expect(
      await found(filter().or('age', FilterConditions.equalTo(20)).or('name', FilterConditions.beginsWith('A'))),
    ).toEqual(['k1', 'k4']);
  });

  it('refuses what the index or the attribute cannot do', async ({ expect }) => {
    const { run } = await withStaff();
    async function refused(query: () => { getMany(): Promise<unknown> }, code: string) {
      return expect(run(() => query().getMany())).rejects.toMatchObject({ code });
    }
    await refused(() => employees().query().index('by-nothing'), 'INVALID_ENTITY_INDEX');
    await refused(() => employees().query().index('by-team'), 'INVALID_ENTITY_INDEX');
    await refused(
      () =>
        employees()
          .query()
          .index('by-team', { partition: ['red', 'x'] }),
      'INVALID_ENTITY_INDEX',
    );
    await refused(() => byTeam().limit(0), 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
    await refused(() => byTeam().cursor('made up'), 'INVALID_CURSOR');
    await refused(() => byTeam().where(WhereConditions.equalTo(5)), 'INCORRECT_PROPERTY_TYPE');
    await refused(
      () => byTeam().filters(new Filter<Employee>().and('notes', FilterConditions.exists())),
      'UNPROCESSABLE_ENTITY',
    );
    const half = { condition: 'BETWEEN', values: ['a'] } as never;
    await refused(() => byTeam().where(half), 'INSUFFICIENT_FILTER_VALUES');
  });

  it('ranges take fewer conditions than filters, and none that runs backwards', async ({ expect }) => {
    const { run } = await withStaff();
    async function range(condition: string, ...values: string[]) {
      return run(() =>
        byTeam()
          .where({ condition, values } as never)
          .getMany(),
      );
    }
    for (const condition of ['NOT_EQUAL_TO', 'CONTAINS', 'NOT_CONTAINS']) {
      await expect(range(condition, 'Anna')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    }
    await expect(range('EXISTS')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await expect(range('BETWEEN', 'Cleo', 'Anna')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
