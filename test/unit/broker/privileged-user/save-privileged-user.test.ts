import { describe, it } from 'vitest';

import type { AccountFacts } from '../../../../src/broker/facts';
import { savePrivilegedUser } from '../../../../src/broker/privileged-user/save-privileged-user';
import { NO_PROOFS, provedUntil, withProof } from '../../../../src/broker/site-admin/proofs';
import type { AccountId } from '../../../../src/shared/ids';
import {
  anAccount,
  ann,
  answerLost,
  auditDown,
  bob,
  boss,
  failureFrom,
  fails,
  NOW,
  rateLimited,
  refusedByAtlassian,
  storageDown,
  proved,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function unset() {
  const world = aWorld();
  world.settings.stored.privilegedUser = {};
  return world;
}
async function save(world: World, caller: AccountId, accountId: AccountId, version = 1) {
  return savePrivilegedUser(world.ports, proved(caller), { accountId, version });
}
function checks(outcome: object) {
  return 'checks' in outcome ? outcome.checks : undefined;
}

describe('choosing oneself', () => {
  it('takes effect at once, after all checks, and stores who set it and when', async ({ expect }) => {
    const world = unset();
    const saved = await save(world, boss, boss);
    expect(saved).toMatchObject({
      outcome: 'active',
      privilegedUser: { version: 2, state: { name: 'healthy', accountId: 'boss' }, legacyRecord: false, setBy: 'boss' },
    });
    expect(world.settings.stored.privilegedUser).toEqual({
      current: { accountId: 'boss', setBy: 'boss', setAt: '2026-11-21T10:00:00.000Z' },
    });
    expect(world.settings.stored.observation?.checks.map((check) => `${check.name} ${check.outcome}`)).toEqual([
      'account passed',
      'impersonation passed',
      'siteAdminGroup passed',
      'writeTest passed',
    ]);
  });

  it('needs no site-admin rights of a Confluence admin who passes the write test; their lack is a hint', async ({
    expect,
  }) => {
    const world = unset();
    expect(await save(world, ann, ann)).toMatchObject({
      outcome: 'active',
      privilegedUser: { state: { accountId: 'ann' } },
    });
    expect(world.settings.stored.observation?.checks[2]).toEqual({ name: 'siteAdminGroup', outcome: 'hint' });
  });

  it('runs in this order: checks, write test with its attempts, stored setting, deleted credentials', async ({
    expect,
  }) => {
    const world = unset();
    world.legacyCredentials.stored = true;
    await save(world, boss, boss);
    const steps = world.journal.lines().map((line) => line.replace(/space-steward-check-\w+/, 'CHECK'));
    expect(steps).toEqual([
      'account boss',
      'impersonate  as boss',
      'isInSiteAdminGroup  as boss',
      'save proofs',
      'attempt writeTestCreate CHECK',
      'createGroup CHECK as boss',
      'settle succeeded',
      'attempt writeTestDelete CHECK',
      'deleteGroup CHECK as boss',
      'settle succeeded',
      'save proofs',
      'save proofs',
      'attempt savePrivilegedUser boss',
      'savePrivilegedUser boss',
      'settle succeeded',
      'attempt deleteStoredCredentials',
      'delete credentials',
      'settle succeeded',
    ]);
    expect(world.legacyCredentials.stored).toBe(false);
  });
});

describe('the write test of somebody who chooses themselves', () => {
  function until({ siteAdminProofs, clock }: World, who: AccountId) {
    return provedUntil(siteAdminProofs.stored, who, clock.now());
  }

  it('counts as the proof that they are a site admin', async ({ expect }) => {
    const world = unset();
    await save(world, boss, boss);
    expect(until(world, boss)).toBe('2026-11-21T11:00:00.000Z');
  });

  it('deletes an earlier proof if Atlassian refuses it', async ({ expect }) => {
    const world = unset();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, NOW);
    world.journal.fail('createGroup', refusedByAtlassian);
    await save(world, boss, boss);
    expect(until(world, boss)).toBeUndefined();
  });

  it('says nothing if its answer is lost', async ({ expect }) => {
    const world = unset();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, ann, NOW - 60_000);
    world.journal.fail('createGroup', answerLost);
    await save(world, boss, boss);
    expect(until(world, boss)).toBeUndefined();
    world.journal.fail('createGroup', answerLost);
    await save(world, ann, ann);
    expect(until(world, ann)).toBe('2026-11-21T10:59:00.000Z');
  });

  it('takes effect though the proof can’t be kept', async ({ expect }) => {
    const world = unset();
    world.journal.before('deleteGroup', () => world.journal.fail('save proofs', storageDown, { times: 2 }));
    expect(await save(world, boss, boss)).toMatchObject({ outcome: 'active' });
    expect(until(world, boss)).toBeUndefined();
  });
});

describe('choosing somebody else', () => {
  it.for([ann, boss])('only asks them, whoever picks: %s', async (picks, { expect }) => {
    const world = unset();
    world.legacyCredentials.stored = true;
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, NOW);
    expect(await save(world, picks, bob)).toMatchObject({
      outcome: 'waiting',
      privilegedUser: { state: { name: 'waiting' } },
    });
    expect(world.settings.stored.privilegedUser).toEqual({
      nominee: { accountId: 'bob', nominatedBy: picks, nominatedAt: '2026-11-21T10:00:00.000Z' },
    });
    expect(world.journal.entries.filter((entry) => entry.as !== undefined)).toEqual([]);
    expect(world.auditLog.lines()).toEqual(['nominatePrivilegedUser bob succeeded']);
    expect(world.legacyCredentials.stored).toBe(true);
  });

  it('keeps the present one working while another is asked', async ({ expect }) => {
    const world = aWorld();
    expect(await save(world, ann, bob)).toMatchObject({
      privilegedUser: { state: { name: 'healthy', accountId: 'boss' }, nominee: { accountId: 'bob' } },
    });
  });

  it('does not ask an account that can not be the privileged user', async ({ expect }) => {
    const world = unset();
    world.site.accounts.set(bob, anAccount(bob, { accountType: 'app' }));
    const answer = await save(world, ann, bob);
    expect(checks(answer)).toMatchObject([
      { name: 'account', outcome: 'failed', cause: 'unsupportedAccountType' },
      { outcome: 'notRun' },
      { outcome: 'notRun' },
      { outcome: 'notRun' },
    ]);
    expect(world.settings.stored.privilegedUser).toEqual({});
  });
});

describe('a choice that another admin overtook', () => {
  it('is a conflict before any check runs', async ({ expect }) => {
    const world = aWorld();
    expect(await failureFrom(save(world, boss, boss, 0))).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(world.journal.lines()).toEqual([]);
  });

  it('is a conflict too if it happens while the checks run, and nothing is overwritten', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    async function overtake() {
      world.settings.versions.privilegedUser = 7;
      return { works: true } as const;
    }
    const ports = { ...world.ports, privilegedReader: { ...world.ports.privilegedReader, impersonate: overtake } };
    const failure = await failureFrom(savePrivilegedUser(ports, proved(ann), { accountId: ann, version: 1 }));
    expect(failure).toEqual({ code: 'CONFLICT', what: 'settings' });
    expect(world.settings.stored.privilegedUser.current?.accountId).toBe('boss');
    expect(world.auditLog.lines().at(-1)).toBe('savePrivilegedUser ann failed CONFLICT');
    expect(world.legacyCredentials.stored).toBe(true);
  });
});

describe('a candidate who fails a check', () => {
  async function refused(prepare: (world: World) => void) {
    const world = unset();
    world.legacyCredentials.stored = true;
    prepare(world);
    const answer = await save(world, boss, boss);
    const found = checks(answer) as { name: string; outcome: string; cause?: string }[] | undefined;
    const words = (found ?? []).map(({ outcome, cause }) => [outcome, cause].filter(Boolean).join(' '));
    return { world, answer, words };
  }
  function asAccount(facts: Partial<AccountFacts>) {
    return (world: World): void => void world.site.accounts.set(boss, anAccount(boss, facts));
  }

  it.for([
    ['failed left', (world: World): void => void world.site.accounts.delete(boss)],
    ['failed left', asAccount({ status: 'closed' })],
    ['failed deactivated', asAccount({ status: 'inactive' })],
    ['failed unsupportedAccountType', asAccount({ accountType: 'customer' })],
    ['unclear', asAccount({ accountType: 'unknown' })],
    ['unclear', asAccount({ status: 'unknown' })],
    ['unclear', (world: World): void => world.journal.fail('account', rateLimited)],
  ] as const)('is refused as an account: %s', async ([word, prepare], { expect }) => {
    const { world, words } = await refused(prepare);
    expect(words).toEqual([word, 'notRun', 'notRun', 'notRun']);
    expect(world.journal.lines('impersonate')).toEqual([]);
  });

  it.for([
    ['failed notApproved', { works: false, cause: 'notApproved' }],
    ['unclear', { works: undefined }],
  ] as const)('is refused if acting as them does not work: %s', async ([word, result], { expect }) => {
    const { words } = await refused((world) => void world.site.impersonation.set(boss, result));
    expect(words).toEqual(['passed', word, 'notRun', 'notRun']);
  });

  it.for([
    ['failed lacksPermission', refusedByAtlassian],
    ['failed notApproved', fails({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' })],
    ['unclear', rateLimited],
    ['unclear', answerLost],
  ] as const)('is refused if the write test does not pass: %s', async ([word, failure], { expect }) => {
    const { words } = await refused((world) => world.journal.fail('createGroup', failure));
    expect(words).toEqual(['passed', 'passed', 'passed', word]);
  });

  it('stores nothing and keeps the old credentials', async ({ expect }) => {
    const { world, answer } = await refused((given) => given.journal.fail('createGroup', refusedByAtlassian));
    expect(answer).toMatchObject({ outcome: 'refused' });
    expect(world.settings.stored).toMatchObject({ privilegedUser: {}, observation: undefined });
    expect(world.settings.versions.privilegedUser).toBe(1);
    expect(world.legacyCredentials.stored).toBe(true);
  });

  it('is still judged by the write test if the site-admin group can not be read', async ({ expect }) => {
    const world = unset();
    world.site.siteAdminGroupUnreadable = true;
    expect(await save(world, boss, boss)).toMatchObject({ outcome: 'active' });
  });

  it('is not judged at all if the write test can not be recorded', async ({ expect }) => {
    const world = unset();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(save(world, boss, boss))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(world.journal.lines('createGroup')).toEqual([]);
  });
});
