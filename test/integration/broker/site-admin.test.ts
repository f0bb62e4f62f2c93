// Who may lend groups to spaces: a person who has shown within the hour, by a check group made as them, that they may manage groups.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';
import { takeOver } from '../../support/takeovers';

const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  for (const handle of ['person-01', 'person-02']) {
    world.model.addMember(world.groupId('confluence-admins'), world.id(handle));
  }
  world.model.addMember(world.groupId('site-admins'), world.id('person-01'));
});

async function confirm(handle: string) {
  return world.asGlobal(handle, 'confirmSiteAdmin', {});
}
async function until(handle: string) {
  return valueOf(await world.asGlobal(handle, 'listGroupRecords', {})).siteAdminUntil;
}
async function adopt(handle: string) {
  return takeOver(world, handle, [{ groupId: world.groupId('devops-oncall'), spaceId: world.spaceId('DEVOPS') }]);
}
const NOT_CONFIRMED = { code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' };
function checkGroups() {
  return [...world.model.groups.values()].filter(({ name }) => name.startsWith('space-steward-check-'));
}
function writes() {
  return world
    .requests()
    .filter(isWrite)
    .map(({ operationId, identity, status }) => [
      operationId,
      identity.kind === 'user' && !identity.impersonated ? world.handleOf(identity.accountId) : 'somebody else',
      status,
    ]);
}
function proofRows() {
  return world
    .auditRows()
    .filter(({ action }) => action.startsWith('proveSiteAdmin'))
    .map((row) => [row.action, row['caller'], row['actedAs'], row['outcome'], row['code']]);
}

describe('confirming that one is a site admin', () => {
  it('creates an empty group as that person, deletes it, and holds for an hour', async () => {
    expect(errorOf(await adopt('person-01'))).toEqual(NOT_CONFIRMED);
    world.site.clearRequests();
    const ends = new Date(Date.now() + 60 * MINUTE).toISOString();
    expect(valueOf(await confirm('person-01'))).toEqual({ outcome: 'confirmed', until: ends });
    expect(writes()).toEqual([
      ['createGroup', 'person-01', 201],
      ['removeGroupById', 'person-01', 204],
    ]);
    expect([checkGroups(), world.privilegedCalls()]).toEqual([[], []]);
    const who = world.id('person-01');
    // Written at one instant, in no order.
    expect(new Set(proofRows())).toEqual(
      new Set([
        ['proveSiteAdminCreate', who, undefined, 'succeeded', undefined],
        ['proveSiteAdminDelete', who, undefined, 'succeeded', undefined],
      ]),
    );
    expect(await until('person-01')).toBe(ends);
    world.advance(60 * MINUTE - 1);
    expect(valueOf(await adopt('person-01'))).toMatchObject([{ outcome: 'succeeded' }]);
    world.advance(1);
    expect(await until('person-01')).toBeUndefined();
    const change = { groupId: world.groupId('devops-oncall'), deletable: true };
    expect(errorOf(await world.asGlobal('person-01', 'setGroupDeletable', change))).toEqual(NOT_CONFIRMED);
  });

  it('is refused to somebody whom Atlassian does not let manage groups, and deletes their earlier proof', async () => {
    await confirm('person-01');
    world.model.removeMember(world.groupId('site-admins'), world.id('person-01'));
    expect(valueOf(await adopt('person-01'))).toMatchObject([{ outcome: 'succeeded' }]);
    world.advance(MINUTE);
    expect(valueOf(await confirm('person-01'))).toEqual({ outcome: 'notSiteAdmin' });
    expect(await until('person-01')).toBeUndefined();
    expect(errorOf(await adopt('person-01'))).toEqual(NOT_CONFIRMED);
    expect(proofRows().at(-1)?.slice(3)).toEqual(['failed', 'ATLASSIAN_REFUSED']);
  });

  it('is for Confluence administrators, and one who is none any more can use it no longer', async () => {
    expect(errorOf(await confirm('member'))).toMatchObject({ reason: 'NOT_CONFLUENCE_ADMIN' });
    await confirm('person-01');
    for (const group of ['confluence-admins', 'site-admins'])
      world.model.removeMember(world.groupId(group), world.id('person-01'));
    expect(errorOf(await adopt('person-01'))).toMatchObject({ reason: 'NOT_CONFLUENCE_ADMIN' });
  });

  it('never happens by itself: not on opening a page, and not on a schedule', async () => {
    world.advance(24 * 60 * MINUTE);
    world.site.clearRequests();
    for (const handle of ['site-admin', 'person-01', 'confluence-admin']) {
      valueOf(await world.asGlobal(handle, 'openGlobalSettings', {}));
      valueOf(await world.asGlobal(handle, 'listGroupRecords', {}));
      valueOf(await world.asGlobal(handle, 'findGroups', { start: 0 }));
      errorOf(await adopt(handle));
    }
    for (const schedule of ['daily-health-check', 'hourly-audit-settling', 'weekly-personal-data']) {
      await world.runScheduled(schedule);
    }
    const asCaller = world.requests().filter(({ identity }) => identity.kind === 'user' && !identity.impersonated);
    expect(asCaller.filter(isWrite)).toEqual([]);
  });
});

describe('being in a group', () => {
  it('proves nothing: somebody in a group that is listed as site-admin is refused', async () => {
    world.model.addMember(world.groupId('confluence-admins'), world.id('former-org-admin'));
    expect(errorOf(await adopt('former-org-admin'))).toEqual(NOT_CONFIRMED);
    expect(valueOf(await confirm('former-org-admin'))).toEqual({ outcome: 'notSiteAdmin' });
    expect(errorOf(await adopt('former-org-admin'))).toEqual(NOT_CONFIRMED);
  });

  it('is not needed: an organization admin who is in no such group is confirmed', async () => {
    world.model.addMember(world.groupId('confluence-admins'), world.id('org-admin'));
    expect(valueOf(await confirm('org-admin'))).toMatchObject({ outcome: 'confirmed' });
    expect(valueOf(await adopt('org-admin'))).toMatchObject([{ outcome: 'succeeded' }]);
  });
});

describe('the write test of a person who chose themselves', () => {
  it('counts as their proof', async () => {
    expect(await until('site-admin')).toBeDefined();
    expect(valueOf(await adopt('site-admin'))).toMatchObject([{ outcome: 'succeeded' }]);
  });

  it('does not count for the person who asked somebody else', async () => {
    const nomination = { accountId: world.id('person-01'), version: 1 };
    expect(valueOf(await world.asGlobal('person-02', 'savePrivilegedUser', nomination))).toMatchObject({
      outcome: 'waiting',
    });
    valueOf(await world.asGlobal('person-01', 'acceptNomination', { version: 2 }));
    expect([await until('person-01'), await until('person-02')]).toEqual([undefined, undefined]);
  });
});

describe('the tries', () => {
  it('are one a minute for a person, failed ones too, and five an hour for the site', async () => {
    async function tries(handle: string) {
      return valueOf(await confirm(handle));
    }
    expect(await tries('person-02')).toEqual({ outcome: 'notSiteAdmin' });
    expect(await tries('person-02')).toEqual({ outcome: 'tooOften', retryAfterSeconds: 60 });
    for (let made = 1; made < 5; made += 1) {
      world.advance(MINUTE);
      expect(await tries('person-02')).toEqual({ outcome: 'notSiteAdmin' });
    }
    world.site.clearRequests();
    expect(await tries('person-01')).toEqual({ outcome: 'tooOften', retryAfterSeconds: 56 * 60 });
    expect(writes()).toEqual([]);
    world.advance(56 * MINUTE);
    expect(await tries('person-01')).toMatchObject({ outcome: 'confirmed' });
  });

  it('made at one moment count all the same', async () => {
    world.site.clearRequests();
    const answers = await Promise.all(Array.from({ length: 6 }, async () => valueOf(await confirm('person-01'))));
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
      'confirmed',
      ...Array.from({ length: 5 }, () => 'tooOften'),
    ]);
    expect(writes()).toHaveLength(2);
  });
});

describe('a confirmation whose answer is lost', () => {
  function loseAnswerTo(method: string) {
    world.onSite(async (request, identity, pass) => {
      const answer = await pass();
      return request.method === method && 'accountId' in identity && !request.url.includes('users-bulk')
        ? new Response('', { status: 504 })
        : answer;
    });
  }
  function heal() {
    return world.onSite(async (_request, _identity, pass) => pass());
  }

  it('to the creation proves nothing, and leaves no group', async () => {
    loseAnswerTo('POST');
    expect(errorOf(await confirm('person-01'))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
    heal();
    expect(checkGroups()).toEqual([]);
    expect(errorOf(await adopt('person-01'))).toEqual(NOT_CONFIRMED);
  });

  it('to the deletion proves nothing; what is left is deleted by the daily check', async () => {
    world.onSite(async (request, _identity, pass) =>
      request.method === 'DELETE' ? new Response('', { status: 504 }) : pass(),
    );
    expect(errorOf(await confirm('person-01'))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    heal();
    expect(checkGroups()).toHaveLength(1);
    expect(errorOf(await adopt('person-01'))).toEqual(NOT_CONFIRMED);
    // The try has surely ended by then.
    world.advance(60_000);
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });
});
