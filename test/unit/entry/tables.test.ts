import { describe, it } from 'vitest';

import { createEndpoint } from '../../../src/entry/call/endpoint';
import { operations } from '../../../src/entry/call/operations';
import { proveSiteRoles, proveSpace } from '../../../src/entry/call/proofs';
import { createRefusalLimit } from '../../../src/entry/call/refusal-limit';
import { globalSettings } from '../../../src/entry/global-settings';
import { spaceSettings } from '../../../src/entry/space-settings';
import { globalPayloads, spacePayloads } from '../../../src/shared/groups/payloads';
import { onGlobalSettings, onSpaceSettings } from '../../support/payloads';
import { aGroupId, ann, bob, boss } from '../../support/ports/builders';
import { aWorld, type World } from '../../support/ports/world';
import { ON_FAKE_GROUP, ON_FAKE_SITE } from '../../support/subjects';
import { hasTakeover } from './admin-writes';

/** Valid for each call, so that nothing but the caller's rights decides. */
function payloadOf(at: 'global' | 'space', key: string): object {
  if (at === 'global') return onGlobalSettings[key as keyof typeof onGlobalSettings](ON_FAKE_SITE);
  return onSpaceSettings[key as keyof typeof onSpaceSettings](ON_FAKE_GROUP);
}

function page() {
  const world = aWorld();
  world.owns();
  const parts = { portsFor: () => world.ports, refusalLimit: createRefusalLimit(world.clock) };
  const resolvers = {
    global: createEndpoint({ ...parts, rows: globalSettings, prove: proveSiteRoles }),
    space: createEndpoint({ ...parts, rows: spaceSettings, prove: proveSpace }),
  };
  async function call(at: 'global' | 'space', functionKey: string, as: string, spaceId = '10') {
    world.site.caller = [ann, bob, boss].find((person) => person === as);
    return resolvers[at](
      {
        call: { functionKey, payload: payloadOf(at, functionKey) },
        context: { extension: { space: { id: spaceId } } },
      },
      { principal: { accountId: as }, installContext: 'site-1' },
    );
  }
  function stored() {
    return JSON.stringify([
      world.settings.stored,
      [...world.groupRecords.stored],
      [...world.site.groups.keys()],
      world.site.membersOf(world.owns().groupId),
    ]);
  }
  return { world, call, stored };
}

/** What can be undone: ann has added bob. */
async function addBob({ auditLog, inDev, site }: World): Promise<void> {
  const { groupId, attemptId: id } = ON_FAKE_GROUP;
  const at = '2026-11-21T09:00:00.000Z';
  const about = { caller: ann, spaceId: inDev.space.spaceId, groupId: aGroupId(groupId), accountId: bob };
  await auditLog.attempt([{ id, at, action: 'addMember', ...about }]);
  await auditLog.settle([{ id, at, outcome: 'succeeded' }]);
  site.members.get(aGroupId(groupId))?.add(bob);
}

/** Lists of people that ann has brought: a plan, one that waits, and one that is done. */
async function bringLists({ runs, clock, inDev }: World): Promise<void> {
  const { groupId, plannedId, waitingId, doneId } = ON_FAKE_GROUP;
  const about = { groups: [{ groupId, groupName: 'dev-writers' }], additions: 1, add: 1, minutes: 1 };
  const command = { operation: 'addMember', groupId, accountId: bob };
  for (const [runId, state] of [
    [plannedId, 'planned'],
    [waitingId, 'waiting'],
    [doneId, 'done'],
  ] as const) {
    const createdAt = new Date(clock.now()).toISOString();
    const dueAt = new Date(clock.now() + 3_600_000).toISOString();
    const kind = { product: 'memberships', source: 'list', place: inDev.space.spaceId, by: ann, writtenBy: '1.2.3' };
    const counted = { lines: 1, verdicts: { willChange: 1 }, version: 1, baton: 0 };
    await runs.add(
      { runId, state, createdAt, dueAt, about, ...kind, ...counted },
      [[{ number: 1, verdict: 'willChange', command }]],
      0,
    );
  }
  const part = {
    part: 0,
    version: 1,
    state: 'done',
    lines: { 0: { attempt: 1, lost: 0, at: '', outcome: 'succeeded' } },
  } as const;
  const done = runs.parts.get(`${doneId}#0`);
  if (done !== undefined) runs.parts.set(`${doneId}#0`, { ...done, now: part });
}

describe('the table of the global page', () => {
  const keys = Object.keys(globalPayloads);
  it('has a row for every payload', ({ expect }) => {
    expect(Object.keys(globalSettings)).toEqual(keys);
  });

  const own = keys.filter((key) => 'runForAuthor' in globalSettings[key as keyof typeof globalSettings]);
  const proved = keys.filter((key) => !own.includes(key));

  it('has one call that proves nothing but who calls', ({ expect }) => {
    expect(own).toEqual(['watchTakeover']);
  });

  it.for(own)('lets nobody but the author call %s, whatever they administer', async (key, { expect }) => {
    const { world, call } = page();
    hasTakeover('planned')(world);
    world.site.confluenceAdmins.clear();
    expect(await call('global', key, 'boss')).toMatchObject({ ok: true });
    world.site.confluenceAdmins.add(ann);
    expect(await call('global', key, 'ann')).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'run' } });
    expect(world.journal.lines()).toEqual([]);
  });

  it.for(proved)('lets a space admin who is nothing else not call %s', async (key, { expect }) => {
    const { world, call, stored } = page();
    const before = stored();
    expect(await call('global', key, 'ann')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(stored()).toBe(before);
    expect(world.auditLog.attempts).toEqual([]);
    expect(world.journal.entries.filter((entry) => entry.as !== undefined)).toEqual([]);
  });

  const writes = keys.filter(
    (key) => operations[globalSettings[key as keyof typeof globalSettings].action].effect === 'write',
  );
  it.for(writes)('counts the refusal of %s in the audit', async (key, { expect }) => {
    const { world, call } = page();
    await call('global', key, 'ann');
    expect(world.auditLog.refusals).toMatchObject([{ caller: 'ann' }]);
  });
});

describe('the table of the space page', () => {
  const keys = Object.keys(spacePayloads);
  it('has a row for every payload', ({ expect }) => {
    expect(Object.keys(spaceSettings)).toEqual(keys);
  });

  it.for(keys)("lets the space's admin call %s", async (key, { expect }) => {
    const { world, call } = page();
    await addBob(world);
    await bringLists(world);
    world.site.spaceRoles = [{ id: '104', name: 'Viewer' }];
    expect(await call('space', key, 'ann')).toMatchObject({ ok: true });
  });

  const own = keys.filter((key) => 'runForAuthor' in spaceSettings[key as keyof typeof spaceSettings]);
  const proved = keys.filter((key) => !own.includes(key));

  it('has one call that proves nothing but who calls', ({ expect }) => {
    expect(own).toEqual(['watchChange']);
  });

  it.for(own)('lets nobody but the author call %s, whatever they administer', async (key, { expect }) => {
    const { world, call } = page();
    await bringLists(world);
    world.site.operations.clear();
    expect(await call('space', key, 'ann')).toMatchObject({ ok: true });
    expect(await call('space', key, 'boss')).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'run' } });
    expect(world.journal.lines()).toEqual(expect.not.arrayContaining([expect.stringMatching(/^space/)]));
  });

  it.for(proved)('lets nobody call %s for a space that they only claim', async (key, { expect }) => {
    const { world, call, stored } = page();
    const before = stored();
    expect(await call('space', key, 'ann', '20')).toMatchObject({ ok: false, error: { reason: 'NOT_SPACE_ADMIN' } });
    expect(stored()).toBe(before);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it.for(proved)('lets a Confluence admin who does not administer the space not call %s', async (key, { expect }) => {
    const { world, call } = page();
    world.site.operations.clear();
    expect(await call('space', key, 'boss')).toMatchObject({ ok: false, error: { reason: 'NOT_SPACE_ADMIN' } });
  });
});
