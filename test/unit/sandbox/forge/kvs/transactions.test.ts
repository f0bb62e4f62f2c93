import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from '../lab';

interface Employee {
  name: string;
  age: number;
}

function aged(age: number) {
  return new Filter<Employee>().and('age', FilterConditions.equalTo(age));
}
const entityName = 'employee';

describe('a transaction', () => {
  it('sets, deletes and checks across plain keys and entities', async ({ expect }) => {
    const { run, forge } = createLab();
    forge.kvs.set('old', 1);
    await run(() => kvs.entity(entityName).set('anna', { name: 'Anna', age: 30 }));
    await run(() =>
      kvs
        .transact()
        .set('new', 2, undefined, { ttl: { value: 1, unit: 'DAYS' } })
        .delete('old')
        .delete('never-there')
        .check('anna', { entityName, conditions: aged(30) })
        .set('bert', { name: 'Bert', age: 40 }, { entityName })
        .execute(),
    );
    expect(forge.kvs.dump()).toMatchObject({ plain: { new: 2 }, entities: { employee: { bert: { age: 40 } } } });
    expect(forge.kvs.dump().plain).not.toHaveProperty('old');
  });

  it('with a condition that is not met changes nothing', async ({ expect }) => {
    const { run, forge } = createLab();
    await run(() => kvs.entity(entityName).set('anna', { name: 'Anna', age: 30 }));
    const before = forge.kvs.dump();
    const failed = { code: 'CONDITIONAL_CHECK_FAILED', responseDetails: { status: 400 } };
    const update = { name: 'Anna', age: 31 };
    const attempts = [
      kvs
        .transact()
        .set('plain', 1)
        .set('anna', update, { entityName, conditions: aged(29) }),
      kvs
        .transact()
        .set('plain', 1)
        .delete('anna', { entityName, conditions: aged(29) }),
      kvs
        .transact()
        .set('plain', 1)
        .check('nobody', { entityName, conditions: aged(30) }),
      kvs
        .transact()
        .set('plain', 1)
        .set('nobody', update, {
          entityName,
          conditions: new Filter<Employee>().and('age', FilterConditions.notExists()),
        }),
    ];
    for (const attempt of attempts) await expect(run(() => attempt.execute())).rejects.toMatchObject(failed);
    expect(forge.kvs.dump()).toEqual(before);
    await run(() =>
      kvs
        .transact()
        .set('anna', update, { entityName, conditions: aged(30) })
        .execute(),
    );
    expect(forge.kvs.dump().entities['employee']).toEqual({ anna: update });
  });

  it('lets only one of two writers win that saw the same version', async ({ expect }) => {
    const { run } = createLab();
    await run(() => kvs.entity(entityName).set('anna', { name: 'Anna', age: 1 }));
    async function save(name: string) {
      return run(() =>
        kvs
          .transact()
          .set('anna', { name, age: 2 }, { entityName, conditions: aged(1) })
          .execute(),
      );
    }
    const outcomes = await Promise.allSettled([save('First'), save('Second')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused for too many, repeated or ill-typed operations, whole', async ({ expect }) => {
    const { run, forge } = createLab();
    function many(count: number) {
      const transaction = kvs.transact();
      for (let at = 0; at < count; at += 1) transaction.set(`key-${at}`, at);
      return transaction;
    }
    await run(() => many(25).execute());
    const before = forge.kvs.dump();
    await expect(run(() => many(26).execute())).rejects.toMatchObject({
      code: 'UNPROCESSABLE_ENTITY',
      responseDetails: { status: 422 },
    });
    const twice = kvs.transact().set('one', 1).delete('one');
    await expect(run(() => twice.execute())).rejects.toMatchObject({ code: 'KEY_DUPLICATION_ERROR' });
    const wrongType = kvs.transact().set('one', 1).set<unknown>('anna', { age: 'old' }, { entityName });
    await expect(run(() => wrongType.execute())).rejects.toMatchObject({ code: 'INCORRECT_PROPERTY_TYPE' });
    await expect(run(() => kvs.transact().execute())).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect(forge.kvs.dump()).toEqual(before);
  });

  it('refuses options that the published types do not offer', async ({ expect }) => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS' } as never;
    const written = createLab().run(() => kvs.transact().set('one', 1, undefined, options).execute());
    await expect(written).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
