// Every write of a Confluence or Jira administrator, and how their right goes.

import type { ForbiddenReason } from '../../../src/shared/result';
import { aGroup, aGroupId, ann, bob, boss, devId, EARLIER, someRules } from '../../support/ports/builders';
import { aPolicy, supId } from '../../support/ports/customers';
import { type World } from '../../support/ports/world';

export interface Write {
  key: string;
  payload: (world: World) => unknown;
  prepare?: (world: World) => void;
  /** How the right goes, and the reason that is given then. Absent: they are a Confluence admin no longer. */
  withdraw?: (world: World) => void;
  reason?: ForbiddenReason;
  /** The answer to one that is late; absent: the refusal. */
  answers?: unknown;
}

const { groupId } = aGroup();
const oldGroup = aGroupId('g-old');
function version({ settings }: World) {
  return settings.versions.privilegedUser;
}
export function noAdmin(world: World) {
  return void world.site.confluenceAdmins.delete(boss);
}
const nominee = { accountId: boss, nominatedBy: ann, nominatedAt: EARLIER };
function isAsked(world: World) {
  world.settings.stored.privilegedUser = { nominee };
}
function asksBob(world: World) {
  world.settings.stored.privilegedUser = { nominee: { ...nominee, accountId: bob } };
}
function leaves(world: World) {
  world.site.caller = undefined;
}
function noJiraAdmin(world: World) {
  world.jiraState.callerIsJiraAdmin = false;
}

export const TESTED = { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', testGroup: 'deleted' } };

export const CHOOSING_ONESELF: Write = {
  key: 'savePrivilegedUser',
  prepare: asksBob,
  payload: (world) => ({ accountId: boss, version: version(world) }),
  answers: TESTED,
};

export const WRITES: Write[] = [
  CHOOSING_ONESELF,
  { key: 'savePrivilegedUser', payload: (world) => ({ accountId: bob, version: version(world) }) },
  {
    key: 'acceptNomination',
    prepare: isAsked,
    payload: (world) => ({ version: version(world) }),
    withdraw: leaves,
    reason: 'NOT_NOMINATED',
    answers: { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_NOMINATED', testGroup: 'deleted' } },
  },
  {
    key: 'declineNomination',
    prepare: isAsked,
    payload: (world) => ({ version: version(world) }),
    withdraw: leaves,
    reason: 'NOT_NOMINATED',
  },
  { key: 'cancelNomination', prepare: asksBob, payload: (world) => ({ version: version(world) }) },
  { key: 'removePrivilegedUser', payload: (world) => ({ version: version(world) }) },
  {
    key: 'deleteStoredCredentials',
    prepare: (world) => {
      world.legacyCredentials.stored = true;
    },
    payload: () => ({}),
  },
  {
    key: 'confirmTokenRevoked',
    prepare: (world) => {
      world.settings.stored.privilegedUser = { oldToken: { deletedAt: EARLIER } };
    },
    payload: (world) => ({ version: version(world) }),
  },
  { key: 'saveRules', payload: () => ({ rules: someRules({ personalSpaces: true }), version: 0 }) },
  { key: 'releaseGroup', payload: () => ({ groupId }) },
  {
    key: 'adoptGroups',
    prepare: (world) => void world.site.has(aGroup({ groupId: oldGroup, name: 'old' })),
    payload: () => ({ groups: [{ groupId: oldGroup, spaceId: devId, acknowledgeProductAccess: false }] }),
    answers: {
      ok: true,
      value: { groups: [{ groupId: oldGroup, outcome: 'refused', reason: 'NOT_CONFLUENCE_ADMIN' }] },
    },
  },
  { key: 'transferGroup', payload: () => ({ groupId, spaceKey: 'HR' }) },
  { key: 'setGroupDeletable', payload: () => ({ groupId, deletable: false }) },
  {
    key: 'saveCustomerPolicy',
    payload: ({ jiraState }) => ({
      projectId: supId,
      policy: aPolicy({ rules: true }),
      version: jiraState.policyVersion,
    }),
    withdraw: noJiraAdmin,
    reason: 'NOT_JIRA_ADMIN',
  },
  {
    key: 'saveSiteQuota',
    prepare: ({ jiraState }) => {
      jiraState.dailyPerSiteVersion = 0;
    },
    payload: () => ({ dailyPerSite: 7, version: 0 }),
    withdraw: noJiraAdmin,
    reason: 'NOT_JIRA_ADMIN',
  },
];

/** They act as somebody, and read what they stand on before each write: other tests hold them. */
