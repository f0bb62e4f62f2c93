import { describe, it } from 'vitest';

import type { CheckGroup, Observation } from '../../../../src/broker/privileged-user/state';
import { createCustomerSettings } from '../../../../src/platform/kvs/customer-settings';
import { createSettings } from '../../../../src/platform/kvs/settings';
import { CLOSED_ACCOUNT } from '../../../../src/shared/broker/closed-account';
import { ADA, BOB, createStorage, failureOf, minute } from './storage-lab';

function group(name: string): CheckGroup {
  return { groupId: name, groupName: `space-steward-check-${name}` };
}
function passed(at: number, fields: Partial<Observation> = {}): Observation {
  return {
    accountId: ADA,
    at: minute(at),
    checks: [{ name: 'writeTest', outcome: 'passed' }],
    leftoverCheckGroups: [],
    ...fields,
  };
}
function failed(at: number, fields: Partial<Observation> = {}): Observation {
  return passed(at, { checks: [{ name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' }], ...fields });
}

/** Several invocations that have all read what is stored, and go on from there. */
async function invocations(stored: Observation | undefined, count = 2) {
  const storage = createStorage();
  if (stored !== undefined) await storage.run(() => createSettings().saveObservation(stored, undefined));
  const all = Array.from({ length: count }, () => createSettings());
  for (const one of all) {
    await storage.run(() => one.observation());
    await storage.run(() => one.privilegedUser());
  }
  function now() {
    return storage.run(() => createSettings().observation());
  }
  return { ...storage, all: all as [ReturnType<typeof createSettings>, ReturnType<typeof createSettings>], now };
}

describe('two looks at one time', () => {
  it('leave what the later one found, though it was stored first', async ({ expect }) => {
    const { run, all, now } = await invocations(passed(0));
    const [late, newer] = all;
    await run(() => newer.saveObservation(passed(2), passed(0)));
    expect(await run(() => late.saveObservation(failed(1), passed(0)))).toEqual(passed(2));
    expect(await now()).toEqual(passed(2));
  });

  it('leave what the later one found, though it was stored last', async ({ expect }) => {
    const { run, all, now } = await invocations(passed(0));
    const [later, earlier] = all;
    await run(() => earlier.saveObservation(failed(1), passed(0)));
    expect(await run(() => later.saveObservation(passed(2), passed(0)))).toEqual(passed(2));
    expect(await now()).toEqual(passed(2));
  });

  it('leave one of them where nothing was stored before', async ({ expect }) => {
    const { run, all, now } = await invocations(undefined);
    await run(() => Promise.all(all.map((one, index) => one.saveObservation(passed(index), undefined))));
    expect(await now()).toEqual(passed(1));
  });

  it('keep the groups that each of them has left over', async ({ expect }) => {
    const before = passed(0, { leftoverCheckGroups: [group('a')] });
    const { run, all, now } = await invocations(before, 3);
    const looks = all.map(
      (one, index) => () =>
        one.saveObservation(passed(3 - index, { leftoverCheckGroups: [group('a'), group(`b${index}`)] }), before),
    );
    await run(() => Promise.all(looks.map((look) => look())));
    expect(new Set((await now())?.leftoverCheckGroups)).toEqual(new Set(['a', 'b0', 'b1', 'b2'].map(group)));
    expect((await now())?.at).toBe(minute(3));
  });

  it('forget a group that one has cleared away, and bring it not back', async ({ expect }) => {
    const before = passed(0, { leftoverCheckGroups: [group('a'), group('b')] });
    const { run, all, now } = await invocations(before);
    const [daily, other] = all;
    await run(() =>
      other.saveObservation(passed(1, { leftoverCheckGroups: [group('a'), group('b'), group('c')] }), before),
    );
    await run(() => daily.saveObservation(passed(0, { leftoverCheckGroups: [group('b')] }), before));
    expect((await now())?.leftoverCheckGroups).toEqual([group('b'), group('c')]);
    expect((await now())?.at).toBe(minute(1));
  });
});

describe('a look whose invocation reads what is stored only when it ends', () => {
  it('overrules no later one, and forgets none of its groups', async ({ expect }) => {
    const { run, now } = await invocations(passed(2, { leftoverCheckGroups: [group('a')] }));
    const stands = await run(() => createSettings().saveObservation(failed(1), passed(0)));
    expect(stands).toEqual(passed(2, { leftoverCheckGroups: [group('a')] }));
    expect(await now()).toEqual(stands);
  });

  it('brings back no group that was deleted since it began', async ({ expect }) => {
    const { run, now } = await invocations(passed(0));
    const before = passed(0, { leftoverCheckGroups: [group('a')] });
    const found = passed(1, { leftoverCheckGroups: [group('a'), group('b')] });
    await run(() => createSettings().saveObservation(found, before));
    expect(await now()).toEqual(passed(1, { leftoverCheckGroups: [group('b')] }));
  });

  it('is stored where only a group was noted since it began, before anybody was looked at', async ({ expect }) => {
    const { run, now } = await invocations(passed(0, { accountId: CLOSED_ACCOUNT, leftoverCheckGroups: [group('a')] }));
    await run(() => createSettings().saveObservation(passed(1), undefined));
    expect(await now()).toEqual(passed(1, { leftoverCheckGroups: [group('a')] }));
  });
});

describe('a look at a privileged user who is replaced meanwhile', () => {
  it('says nothing of the next one, and its group is not lost', async ({ expect }) => {
    const { run, all, now } = await invocations(passed(0));
    const [look, save] = all;
    const bob = { accountId: BOB, setBy: BOB, setAt: minute(1), wasInSiteAdminGroup: false };
    await run(() => save.savePrivilegedUser({ current: bob }, 0, passed(1, { accountId: BOB })));
    const stands = await run(() => look.saveObservation(failed(2, { leftoverCheckGroups: [group('a')] }), passed(0)));
    expect(stands).toEqual(passed(1, { accountId: BOB, leftoverCheckGroups: [group('a')] }));
    expect(await now()).toEqual(stands);
  });

  it('does not keep the next one from being stored, with the groups of both', async ({ expect }) => {
    const { run, all, now } = await invocations(passed(0));
    const [look, save] = all;
    await run(() => look.saveObservation(passed(1, { leftoverCheckGroups: [group('a')] }), passed(0)));
    const found = passed(2, { accountId: BOB, leftoverCheckGroups: [group('b')] });
    expect(await run(() => save.savePrivilegedUser({}, 0, found))).toBe(1);
    expect(await now()).toEqual({ ...found, leftoverCheckGroups: [group('a'), group('b')] });
  });

  it('is not stored if the setting itself was changed by somebody else', async ({ expect }) => {
    const { run, all, now } = await invocations(passed(0));
    const [first, second] = all;
    await run(() => first.savePrivilegedUser({}, 0));
    const saved = run(() => second.savePrivilegedUser({}, 0, passed(1)));
    expect(await failureOf(saved)).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(await now()).toEqual(passed(0));
  });
});

describe('a look in Jira', () => {
  it('that began earlier does not overrule one that began later', async ({ expect }) => {
    const { run } = createStorage();
    const settings = createCustomerSettings();
    await run(() => settings.saveObservation({ accountId: ADA, at: minute(2), outcome: 'works' }));
    await run(() => settings.saveObservation({ accountId: ADA, at: minute(1), outcome: 'lacksRight' }));
    expect(await run(() => settings.observation())).toMatchObject({ outcome: 'works' });
    await run(() => settings.saveObservation({ accountId: ADA, at: minute(3), outcome: 'lacksRight' }));
    expect(await run(() => settings.observation())).toMatchObject({ outcome: 'lacksRight' });
  });
});
