// What administrators do on the global page.
import type { globalPayloads } from '../../src/shared/groups/payloads';
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import { nothing, some } from './payload';
import type { Sent, SentBy } from './payload';
import type { Seen } from './seen';
import { likely } from './subjects';

interface OnSite {
  accountId: string;
}

/** Keys of settings, as the app stores them. */
const PRIVILEGED_USER = 'privileged-user';
const RULES = 'rules';

export const onGlobalPage: SentBy<typeof globalPayloads, OnSite> = {
  openGlobalSettings: [6, nothing],
  savePrivilegedUser: [
    3,
    (seen, choices, { accountId }) => ({
      accountId: happens(choices, 850) ? accountId : (oneOf(choices, seen.people()) ?? accountId),
      version: seen.versionOf(PRIVILEGED_USER),
    }),
  ],
  acceptNomination: [2, ofNominee],
  declineNomination: [1, ofNominee],
  cancelNomination: [1, atVersion],
  removePrivilegedUser: [1, atVersion],
  pauseChanges: [6, atVersion],
  resumeChanges: [5, atVersion],
  checkPrivilegedUser: [3, nothing],
  deleteStoredCredentials: [1, nothing],
  confirmTokenRevoked: [1, atVersion],
  readWaiting: [1, nothing],
  readFirstRun: [1, nothing],
  endFirstStep: [1, (_seen, choices) => ({ step: 'tell', end: happens(choices, 500) ? 'done' : 'skipped' })],
  readRules: [1, nothing],
  findSpaces: [1, () => ({ text: 'DE' })],
  saveRules: [2, someRules],
  listGroupRecords: [2, nothing],
  findGroupRecords: [1, () => ({ by: 'name', name: 'demo' })],
  listGroupMembers: [1, aRecorded((groupId) => ({ groupId, start: 0 }))],
  findGroups: [2, () => ({ start: 0 })],
  resolveTakeover: [1, () => ({ lines: [{ line: 1, group: 'devops-oncall', space: 'DEVOPS' }] })],
  listTakeovers: [1, nothing],
  planTakeover: [
    4,
    (seen, choices) => ({
      groups: pairs(seen, choices, 6).map((pair) => ({
        ...pair,
        groupName: seen.model.groups.get(pair.groupId)?.name ?? 'gone',
      })),
    }),
  ],
  applyTakeover: [5, aTakeover('planned', ({ runId, version }) => ({ changeId: runId, version }))],
  watchTakeover: [2, aTakeover(undefined, ({ runId }) => ({ changeId: runId }))],
  readTakeoverLines: [1, aTakeover(undefined, ({ runId }) => ({ changeId: runId }))],
  cancelTakeover: [1, aTakeover('planned', ({ runId }) => ({ changeId: runId }))],
  resumeTakeover: [4, aTakeover('waiting', ({ runId }) => ({ changeId: runId }))],
  planTakeoverUndo: [2, aTakeover('done', ({ runId }) => ({ changeId: runId }))],
  confirmSiteAdmin: [6, nothing],
  releaseGroup: [1, aRecorded((groupId) => ({ groupId }))],
  transferGroup: [
    1,
    aRecorded((groupId, seen, choices) => ({ groupId, spaceKey: oneOf(choices, seen.spaces())?.key ?? 'DEMO' })),
  ],
  setGroupDeletable: [2, aRecorded((groupId, _seen, choices) => ({ groupId, deletable: happens(choices, 800) }))],
  readAudit: [2, () => ({ filter: {} })],
  readSupport: [1, nothing],
  exportSite: [1, nothing],
  runSiteChecks: [1, () => ({})],
};

/** Builds what is mostly sent by whoever was nominated. */
function ofNominee(seen: Seen, choices: Choices, { accountId }: OnSite) {
  const { nominee } = (seen.settingOf(PRIVILEGED_USER) ?? {}) as { nominee?: { accountId: string } };
  return nominee?.accountId === accountId || happens(choices, 100) ? atVersion(seen) : undefined;
}

function atVersion(seen: Seen): { version: number } {
  return { version: seen.versionOf(PRIVILEGED_USER) };
}

function someRules(seen: Seen, choices: Choices) {
  return {
    rules: {
      pattern: { prefix: 'SPACEKEY-', suffix: '' },
      blockList: happens(choices, 200) ? ['demo-alpha*'] : [],
      personalSpaces: happens(choices, 500),
      where: { spaces: 'all' as const },
      mostGroups: 50,
      longestList: 200,
      supportReaders: [],
      provingOperation: 'administer' as const,
    },
    version: seen.versionOf(RULES),
  };
}

function aRecorded<Payload>(
  build: (groupId: string, seen: Seen, choices: Choices) => Payload,
): Sent<Payload, OnSite>[1] {
  return (seen, choices, { accountId }) => {
    if (!seen.isProved(accountId) && happens(choices, 800)) return undefined;
    const groupId = oneOf(choices, seen.recorded());
    return groupId === undefined ? undefined : build(groupId, seen, choices);
  };
}

/** Pairs groups with spaces. */
function pairs(seen: Seen, choices: Choices, most: number) {
  return some(choices, seen.groupIds(), most).map((groupId) => ({
    groupId,
    spaceId: oneOf(choices, seen.spaces())?.id ?? '0',
    acknowledgeProductAccess: happens(choices, 500),
  }));
}

function aTakeover<Payload>(
  state: string | undefined,
  build: (run: { runId: string; version: number }) => Payload,
): Sent<Payload, OnSite>[1] {
  return (seen, choices) => {
    const run = oneOf(choices, likely(choices, seen.runs('site'), state));
    return run === undefined ? undefined : build(run);
  };
}
