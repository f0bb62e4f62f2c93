// Things with defaults: a test names only what matters to it.
import { AppError } from '../../../src/broker/errors';
import type { AccountFacts, GroupFacts } from '../../../src/broker/facts';
import type { Observation, PrivilegedUser } from '../../../src/broker/privileged-user/state';
import type { Proved } from '../../../src/broker/proved';
import type { GroupRecord, ProvedSpace } from '../../../src/groups/facts';
import type { Check } from '../../../src/shared/broker/views';
import type { Rules } from '../../../src/shared/groups/payloads';
import { EVERYWHERE } from '../../../src/shared/groups/where';
import { AccountId, GroupId, SpaceId } from '../../../src/shared/ids';
import type { ApiError } from '../../../src/shared/result';

export const NOW = Date.parse('2026-11-21T10:00:00.000Z');
export const EARLIER = '2026-11-01T08:00:00.000Z';

function account(id: string) {
  return AccountId.parse(id);
}
function group(id: string) {
  return GroupId.parse(id);
}

/** The people of every test. `boss` is the privileged user, `ann` the person who calls. */
export const ann = account('ann');
export const bob = account('bob');
export const cy = account('cy');
export const boss = account('boss');
export const person = account;

export const devId = SpaceId.parse('10');
export const hrId = SpaceId.parse('20');
export const aGroupId = group;

export function aGroup(given: Partial<Omit<GroupFacts, 'groupId'>> & { groupId?: string } = {}): GroupFacts {
  return {
    name: 'dev-writers',
    managedBy: 'ADMINS',
    usageType: 'USERBASE_GROUP',
    ...given,
    groupId: group(given.groupId ?? 'g-writers'),
  };
}

export function aSpace(given: Partial<ProvedSpace> = {}): ProvedSpace {
  return {
    spaceId: devId,
    key: 'DEV',
    name: 'Development',
    personal: false,
    current: true,
    ...given,
  };
}

export function anAccount(accountId: AccountId, given: Partial<AccountFacts> = {}): AccountFacts {
  return {
    accountType: 'atlassian',
    status: 'active',
    ...given,
    accountId,
  };
}

export function aRecord(given: Partial<Omit<GroupRecord, 'groupId'>> & { groupId?: string } = {}): GroupRecord {
  return {
    spaceId: devId,
    groupName: 'dev-writers',
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: ann,
    recordedAt: EARLIER,
    ...given,
    groupId: group(given.groupId ?? 'g-writers'),
  };
}

export function someRules(given: Partial<Rules> = {}): Rules {
  return {
    pattern: { prefix: 'SPACEKEY-', suffix: '' },
    blockList: [],
    personalSpaces: false,
    where: EVERYWHERE,
    mostGroups: 50,
    longestList: 1000,
    supportReaders: [],
    provingOperation: 'administer',
    ...given,
  };
}

export function aPrivilegedUser(given: Partial<PrivilegedUser> = {}): PrivilegedUser {
  return {
    accountId: boss,
    setBy: boss,
    setAt: EARLIER,
    ...given,
  };
}

export function aCheck(
  name: Check['name'] = 'account',
  outcome: Check['outcome'] = 'passed',
  cause?: Check['cause'],
): Check {
  return { name, outcome, ...(cause && { cause }) };
}

export function anObservation(given: Partial<Observation> = {}): Observation {
  return {
    accountId: boss,
    at: EARLIER,
    checks: [aCheck()],
    leftoverCheckGroups: [],
    ...given,
  };
}

export function fails(failure: ApiError): AppError {
  return new AppError(failure);
}
export const refusedByAtlassian = fails({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
export const answerLost = fails({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' });
export const rateLimited = fails({ code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' });
export const auditDown = fails({ code: 'AUDIT_UNAVAILABLE' });
export const storageDown = fails({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });

/** Somebody who was proved at the door just now, and whom a quick call doesn't ask Atlassian about again. */
export function proved(caller: AccountId, provedAt = NOW): Proved {
  return {
    caller,
    provedAt,
    proveAgain: async () => {
      throw new Error(`${caller} was proved again`);
    },
  };
}

/** What a promise failed with: a failure of ours, or whatever else was thrown. */
export async function failureFrom(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { didNotFail: await promise };
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.failure : thrown;
  }
}
