import { describe, it } from 'vitest';

import type { Observation } from '../../../../src/broker/privileged-user/state';
import { createSettings } from '../../../../src/platform/kvs/settings';
import { Rules } from '../../../../src/shared/groups/payloads';
import { ADA, BOB, createStorage, failureOf, minute } from './storage-lab';

const setting = { current: { accountId: ADA, setBy: BOB, setAt: minute(0) } };
const observation: Observation = {
  accountId: ADA,
  at: minute(0),
  checks: [{ name: 'account', outcome: 'passed' }],
  leftoverCheckGroups: [],
};
const conflict = { code: 'CONFLICT', what: 'settings' };
function unavailable(changed: string) {
  return { code: 'STORAGE_UNAVAILABLE', changed };
}

describe('an installation without settings', () => {
  it('has no privileged user and rules that are allowed', async ({ expect }) => {
    const { run } = createStorage();
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: {}, version: 0 });
    expect(await run(() => createSettings().observation())).toBeUndefined();
    const { value, version } = await run(() => createSettings().rules());
    expect(Rules.safeParse({ ...value, where: { spaces: 'all' } }).success).toBe(true);
    expect([value, version]).toEqual([
      {
        pattern: { prefix: 'SPACEKEY-', suffix: '' },
        blockList: [],
        personalSpaces: false,
        mostGroups: 50,
        longestList: 1000,
        supportReaders: [],
        provingOperation: 'administer',
      },
      0,
    ]);
  });
});

describe('the privileged user', () => {
  it('is stored with what was observed in one transaction', async ({ expect }) => {
    const { run, targets, rows } = createStorage();
    expect(await run(() => createSettings().savePrivilegedUser(setting, 0, observation))).toBe(1);
    expect(rows('setting')).toEqual({
      'privileged-user': { version: 1, content: setting },
      observation: { version: 1, content: observation },
    });
    // What was observed before is read, and each row is there before the transaction names its version.
    const set = '/api/v1/entity/set';
    expect(targets()).toEqual(['/api/v1/entity/get', set, set, '/api/v1/transaction']);
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: setting, version: 1 });
    expect(await run(() => createSettings().observation())).toEqual(observation);
  });

  it('is changed by whoever saw the present version', async ({ expect }) => {
    const { run } = createStorage();
    await run(() => createSettings().savePrivilegedUser(setting, 0));
    expect(await run(() => createSettings().savePrivilegedUser({}, 1))).toBe(2);
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: {}, version: 2 });
  });

  it.for([0, 2])('is not changed by whoever saw version %i of 1, nor is the observation', async (seen, { expect }) => {
    const { run, rows } = createStorage();
    await run(() => createSettings().savePrivilegedUser(setting, 0));
    expect(await failureOf(run(() => createSettings().savePrivilegedUser({}, seen, observation)))).toEqual(conflict);
    expect(rows('setting')).toMatchObject({ 'privileged-user': { version: 1, content: setting } });
    expect(await run(() => createSettings().observation())).toBeUndefined();
  });

  it('is not changed by whoever saw a version where nothing is stored', async ({ expect }) => {
    const { run } = createStorage();
    expect(await failureOf(run(() => createSettings().savePrivilegedUser(setting, 3)))).toEqual(conflict);
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: {}, version: 0 });
  });

  it('is stored once by two first saves at a time', async ({ expect }) => {
    const { run } = createStorage();
    const saves = await run(() =>
      Promise.allSettled([createSettings().savePrivilegedUser(setting, 0), createSettings().savePrivilegedUser({}, 0)]),
    );
    expect(saves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: setting, version: 1 });
  });

  it('can still be saved for the first time after a first save failed half-way', async ({ expect }) => {
    const { run, fail } = createStorage();
    fail('/api/v1/transaction');
    expect(await failureOf(run(() => createSettings().savePrivilegedUser(setting, 0)))).toEqual(unavailable('unknown'));
    expect(await run(() => createSettings().privilegedUser())).toEqual({ value: {}, version: 0 });
    expect(await run(() => createSettings().savePrivilegedUser(setting, 0))).toBe(1);
  });
});

describe('within one invocation', () => {
  it('a setting is read once, and anew after a save', async ({ expect }) => {
    const { run, targets } = createStorage();
    const settings = createSettings();
    function reads() {
      return targets().filter((target) => target === '/api/v1/entity/get').length;
    }
    await run(() => settings.rules());
    const { value, version } = await run(() => settings.rules());
    expect(reads()).toBe(1);
    await run(() => settings.saveRules({ ...value, longestList: 3 }, version));
    expect((await run(() => settings.rules())).value.longestList).toBe(3);
  });
});

describe('an observation', () => {
  it('overwrites the one before', async ({ expect }) => {
    const { run } = createStorage();
    await run(() => createSettings().saveObservation(observation, undefined));
    await run(() => createSettings().saveObservation({ ...observation, at: minute(1) }, observation));
    expect(await run(() => createSettings().observation())).toMatchObject({ at: minute(1) });
  });
});

describe('rules', () => {
  it('have a version of their own', async ({ expect }) => {
    const { run } = createStorage();
    const { value } = await run(() => createSettings().rules());
    await run(() => createSettings().savePrivilegedUser(setting, 0));
    expect(await run(() => createSettings().saveRules({ ...value, personalSpaces: true }, 0))).toBe(1);
    expect(await run(() => createSettings().rules())).toMatchObject({ value: { personalSpaces: true }, version: 1 });
    expect(await failureOf(run(() => createSettings().saveRules(value, 0)))).toEqual(conflict);
  });

  it('that were stored before a rule existed hold its default', async ({ expect }) => {
    const { run } = createStorage();
    const { value } = await run(() => createSettings().rules());
    const { provingOperation, ...older } = { ...value, personalSpaces: true };
    await run(() => createSettings().saveRules(older as Rules, 0));
    expect(await run(() => createSettings().rules())).toEqual({ value: { ...older, provingOperation }, version: 1 });
  });
});

describe('storage that fails', () => {
  it.for([
    ['a read', '/api/v1/entity/get', 500, () => createSettings().rules(), 'nothing'],
    [
      'a save without an answer',
      '/api/v1/transaction',
      503,
      () => createSettings().savePrivilegedUser({}, 0),
      'unknown',
    ],
    [
      'a save that is refused for now',
      '/api/v1/transaction',
      429,
      () => createSettings().savePrivilegedUser({}, 0),
      'nothing',
    ],
    [
      'an observation',
      '/api/v1/entity/set',
      500,
      () => createSettings().saveObservation(observation, undefined),
      'unknown',
    ],
  ] as const)('on %s', async ([, target, status, call, changed], { expect }) => {
    const { run, fail } = createStorage();
    fail(target, status);
    expect(await failureOf(run<unknown>(call))).toEqual(unavailable(changed));
  });
});
