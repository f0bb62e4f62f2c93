// Every write of a Confluence or Jira administrator, and how their right goes.

import { instant } from '../../../src/broker/instant';
import type { StoredRun } from '../../../src/broker/runs/stored-run';
import type { ForbiddenReason } from '../../../src/shared/result';
import { onCustomerSettings, onGlobalSettings, type OnSite } from '../../support/payloads';
import { aGroup, ann, bob, boss, devId, EARLIER } from '../../support/ports/builders';
import { type World } from '../../support/ports/world';
import { ON_FAKE_SITE, ON_SUP } from '../../support/subjects';

export interface Write {
  key: WriteKey;
  /** What its valid payload is about, where it isn't what that of most is. */
  about?: Partial<OnSite>;
  prepare?: (world: World) => void;
  /** How the right goes, and the reason that is given then. Absent: they are a Confluence admin no longer. */
  withdraw?: (world: World) => void;
  reason?: ForbiddenReason;
  /** The answer to one that is late; absent: the refusal. */
  answers?: unknown;
  /** The call before it is stored; absent: the attempt is recorded. A plan is changed together with its entry. */
  last?: string;
}

type WriteKey = keyof typeof onGlobalSettings | keyof typeof onCustomerSettings;

const OLD_GROUP = aGroup({ groupId: 'g-old', name: 'old' });

/** A plan to take a group over, that is in this state. */
export function hasTakeover(state: 'planned' | 'waiting') {
  return ({ site, runs, clock }: World): void => {
    const { groupId } = site.has(OLD_GROUP);
    const runId = state === 'planned' ? ON_FAKE_SITE.plannedTakeover : ON_FAKE_SITE.waitingTakeover;
    const command = { operation: 'adoptGroup', groupId, spaceId: devId, acknowledgeProductAccess: false };
    runs.parts.set(`${runId}#0`, {
      lines: [{ number: 1, command, verdict: 'willChange' }],
      now: { part: 0, version: 0, state: 'open', lines: {} },
    });
    const run: StoredRun = {
      runId,
      state,
      product: 'adoptions',
      source: 'list',
      place: 'site',
      by: boss,
      createdAt: EARLIER,
      writtenBy: '1.2.3',
      lines: 1,
      verdicts: { willChange: 1 },
      version: 1,
      baton: 0,
      dueAt: instant(clock, -60_000),
    };
    runs.runs.set(runId, run);
  };
}

/** The valid payload of a write. */
export function payloadOf({ settings }: World, { key, about }: Write): object {
  if (isOfCustomers(key)) return onCustomerSettings[key](ON_SUP);
  const version = settings.versions.privilegedUser;
  return onGlobalSettings[key]({ ...ON_FAKE_SITE, version, rulesVersion: 0, versionWithNominee: version, ...about });
}

function isOfCustomers(key: WriteKey): key is keyof typeof onCustomerSettings {
  return Object.hasOwn(onCustomerSettings, key);
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
  answers: TESTED,
};

export const WRITES: Write[] = [
  CHOOSING_ONESELF,
  { key: 'savePrivilegedUser', about: { candidate: bob } },
  {
    key: 'acceptNomination',
    prepare: isAsked,
    withdraw: leaves,
    reason: 'NOT_NOMINATED',
    answers: { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_NOMINATED', testGroup: 'deleted' } },
  },
  { key: 'declineNomination', prepare: isAsked, withdraw: leaves, reason: 'NOT_NOMINATED' },
  { key: 'cancelNomination', prepare: asksBob },
  { key: 'removePrivilegedUser' },
  { key: 'pauseChanges' },
  {
    key: 'resumeChanges',
    prepare: (world) => {
      world.settings.stored.privilegedUser = { paused: { by: ann, at: EARLIER } };
    },
  },
  {
    key: 'deleteStoredCredentials',
    prepare: (world) => {
      world.legacyCredentials.stored = true;
    },
  },
  {
    key: 'confirmTokenRevoked',
    prepare: (world) => {
      world.settings.stored.privilegedUser = { oldToken: { deletedAt: EARLIER } };
    },
  },
  { key: 'exportSite' },
  { key: 'endFirstStep' },
  { key: 'saveRules' },
  { key: 'releaseGroup' },
  { key: 'applyTakeover', prepare: hasTakeover('planned'), last: 'read run' },
  { key: 'cancelTakeover', prepare: hasTakeover('planned'), last: 'read run' },
  { key: 'resumeTakeover', prepare: hasTakeover('waiting'), last: 'read run' },
  { key: 'transferGroup' },
  { key: 'setGroupDeletable' },
  { key: 'exportCustomers', withdraw: noJiraAdmin, reason: 'NOT_JIRA_ADMIN' },
  { key: 'saveCustomerPolicy', withdraw: noJiraAdmin, reason: 'NOT_JIRA_ADMIN' },
  {
    key: 'saveSiteQuota',
    prepare: ({ jiraState }) => {
      jiraState.dailyPerSiteVersion = 0;
    },
    withdraw: noJiraAdmin,
    reason: 'NOT_JIRA_ADMIN',
  },
];
