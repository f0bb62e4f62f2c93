// One valid payload of each call of every door: it would do something, sent by somebody who may. Complete by type.
import type { z } from 'zod/mini';

import type {
  automationActionPayloads,
  customerSettingsPayloads,
  queuePagePayloads,
  restApiPayloads,
} from '../../src/shared/customers/payloads';
import type { CustomerPolicy } from '../../src/shared/customers/policy';
import type { globalPayloads, spacePayloads } from '../../src/shared/groups/payloads';

type Payloads<Schemas, About> = {
  readonly [Key in keyof Schemas]: (about: About) => z.input<Schemas[Key] extends z.ZodMiniType ? Schemas[Key] : never>;
};

/** What a payload of the global page is about. */
export interface OnSite {
  candidate: string;
  /** Of the rules. */
  rulesVersion: number;
  /** Of the setting of the privileged user, without and with somebody who is to accept. */
  version: number;
  versionWithNominee: number;
  groupId: string;
  adoptable: { groupId: string; spaceId: string };
  /** Plans to take groups over, by state. */
  plannedTakeover: string;
  waitingTakeover: string;
  doneTakeover: string;
  spaceKey: string;
  otherSpaceKey: string;
  memberId: string;
}

export const onGlobalSettings: Payloads<typeof globalPayloads, OnSite> = {
  openGlobalSettings: () => ({}),
  savePrivilegedUser: ({ candidate, version }) => ({ accountId: candidate, version }),
  acceptNomination: ({ versionWithNominee }) => ({ version: versionWithNominee }),
  declineNomination: ({ versionWithNominee }) => ({ version: versionWithNominee }),
  cancelNomination: ({ versionWithNominee }) => ({ version: versionWithNominee }),
  removePrivilegedUser: ({ version }) => ({ version }),
  pauseChanges: ({ version }) => ({ version }),
  resumeChanges: ({ version }) => ({ version }),
  checkPrivilegedUser: () => ({}),
  deleteStoredCredentials: () => ({}),
  confirmTokenRevoked: ({ version }) => ({ version }),
  readWaiting: () => ({}),
  readFirstRun: () => ({}),
  endFirstStep: () => ({ step: 'tell', end: 'skipped' }),
  readRules: () => ({}),
  findSpaces: ({ spaceKey }) => ({ text: spaceKey }),
  saveRules: ({ rulesVersion }) => ({
    rules: {
      pattern: { prefix: 'SPACEKEY-', suffix: '' },
      blockList: [],
      personalSpaces: true,
      where: { spaces: 'all' },
      mostGroups: 50,
      longestList: 25,
      supportReaders: [],
      provingOperation: 'administer',
    },
    version: rulesVersion,
  }),
  listGroupRecords: () => ({}),
  findGroupRecords: () => ({ by: 'name', name: 'demo' }),
  listGroupMembers: ({ groupId }) => ({ groupId, start: 0 }),
  findGroups: () => ({ start: 0 }),
  resolveTakeover: ({ spaceKey }) => ({ lines: [{ line: 1, group: 'devops-oncall', space: spaceKey }] }),
  listTakeovers: () => ({}),
  planTakeover: ({ adoptable }) => ({
    groups: [{ ...adoptable, groupName: 'devops-oncall', acknowledgeProductAccess: true }],
  }),
  applyTakeover: ({ plannedTakeover }) => ({ changeId: plannedTakeover, version: 1 }),
  watchTakeover: ({ plannedTakeover }) => ({ changeId: plannedTakeover }),
  readTakeoverLines: ({ doneTakeover }) => ({ changeId: doneTakeover }),
  cancelTakeover: ({ plannedTakeover }) => ({ changeId: plannedTakeover }),
  resumeTakeover: ({ waitingTakeover }) => ({ changeId: waitingTakeover }),
  planTakeoverUndo: ({ doneTakeover }) => ({ changeId: doneTakeover }),
  confirmSiteAdmin: () => ({}),
  releaseGroup: ({ groupId }) => ({ groupId }),
  transferGroup: ({ groupId, otherSpaceKey }) => ({ groupId, spaceKey: otherSpaceKey }),
  setGroupDeletable: ({ groupId }) => ({ groupId, deletable: false }),
  exportSite: () => ({}),
  readAudit: () => ({ filter: {} }),
  readSupport: () => ({}),
  runSiteChecks: ({ spaceKey, memberId }) => ({ spaceKey, memberId }),
};

/** What a payload of the space page is about: a group, a member of it, somebody who is none, and a change that was made in it. */
export interface OnGroup {
  groupId: string;
  groupName: string;
  memberId: string;
  newcomerId: string;
  attemptId: string;
  /** Changes of lists of people, by state. */
  plannedId: string;
  waitingId: string;
  doneId: string;
}

export const onSpaceSettings: Payloads<typeof spacePayloads, OnGroup> = {
  openSpaceSettings: () => ({}),
  listGroups: () => ({}),
  createGroup: () => ({ name: 'gamma' }),
  keepBothGroups: ({ groupId }) => ({ groupId }),
  deleteGroup: ({ groupId, groupName }) => ({ groupId, typedName: groupName, confirmSelf: true }),
  openGroup: ({ groupId }) => ({ groupId }),
  mayChangeGroup: ({ groupId }) => ({ groupId }),
  countMembers: ({ groupId }) => ({ groupIds: [groupId] }),
  readSpaceAccess: () => ({}),
  readSpaceRoles: () => ({}),
  assignRole: ({ groupId }) => ({ groupId, roleId: '104' }),
  listMembers: ({ groupId }) => ({ groupId, start: 0 }),
  readMembers: ({ groupId }) => ({ groupId, start: 0 }),
  isMember: ({ groupId, memberId }) => ({ groupId, accountId: memberId }),
  readPersonGroups: ({ memberId }) => ({ accountId: memberId }),
  addMembers: ({ groupId, newcomerId }) => ({ groupId, accountIds: [newcomerId] }),
  removeMembers: ({ groupId, memberId }) => ({ groupId, accountIds: [memberId], confirmSelf: true }),
  undoChange: ({ attemptId }) => ({ attemptIds: [attemptId], confirmSelf: true }),
  resolvePeople: ({ newcomerId }) => ({ people: [{ line: 1, text: newcomerId, kind: 'accountId' }] }),
  planPeople: ({ groupId, newcomerId }) => ({
    groupId,
    source: 'list',
    people: [{ line: 1, accountId: newcomerId, operation: 'addMember' }],
  }),
  planPersonRemoval: ({ memberId }) => ({ accountId: memberId }),
  applyChange: ({ plannedId }) => ({ changeId: plannedId, version: 1 }),
  watchChange: ({ plannedId }) => ({ changeId: plannedId }),
  readChangeLines: ({ doneId }) => ({ changeId: doneId }),
  listChanges: () => ({}),
  cancelChange: ({ plannedId }) => ({ changeId: plannedId }),
  resumeChange: ({ waitingId }) => ({ changeId: waitingId }),
  planUndo: ({ doneId }) => ({ changeId: doneId }),
  readSpaceAudit: () => ({ filter: {} }),
  readSpaceSupport: () => ({}),
};

/** What a payload about customers is about: somebody new, and the policy that is stored at version 1. */
export interface OnCustomers {
  projectId: string;
  projectKey: string;
  issueKey: string;
  newAddress: string;
  knownAddress: string;
  policy: CustomerPolicy;
}

function people({ newAddress }: OnCustomers) {
  return { people: [{ email: newAddress }], organizationIds: [] };
}

export const onQueuePage: Payloads<typeof queuePagePayloads, OnCustomers> = {
  openCustomers: () => ({}),
  previewCustomers: people,
  createCustomers: people,
  listOrganizations: () => ({ start: 0 }),
};

export const onCustomerSettings: Payloads<typeof customerSettingsPayloads, OnCustomers> = {
  openCustomerSettings: () => ({}),
  readCustomerPolicy: ({ projectId }) => ({ projectId }),
  listProjectOrganizations: ({ projectId }) => ({ projectId, start: 0 }),
  saveCustomerPolicy: ({ projectId, policy }) => ({
    projectId,
    policy: { ...policy, dailyPerAgent: 5000 },
    version: 1,
  }),
  saveSiteQuota: () => ({ dailyPerSite: 9000, version: 0 }),
  checkJiraRight: () => ({}),
  findJiraGroups: () => ({ text: 'support' }),
  exportCustomers: () => ({}),
  readCustomerAudit: () => ({}),
};

export const onRestApi: Payloads<typeof restApiPayloads, OnCustomers> = {
  createCustomer: ({ projectKey, newAddress }) => ({ projectKey, email: newAddress }),
  findCustomer: ({ projectKey, knownAddress }) => ({ projectKey, email: knownAddress }),
};

export const onAutomationAction: Payloads<typeof automationActionPayloads, OnCustomers> = {
  createByRule: ({ issueKey, newAddress }) => ({ issueKey, email: newAddress }),
};
