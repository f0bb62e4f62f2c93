import { z } from 'zod/mini';

import { AuditOutcome } from '../broker/audit-outcome';
import { EXPORTED } from '../broker/site-export';
import { FIELD_PROBLEMS } from '../field-problems';
import { AccountId, GroupId, SpaceId } from '../ids';
import { MAX_GROUPS, MAX_PEOPLE, MOST_GROUPS, MOST_LINES, MOST_MEMBERS_READ } from '../limits';
import { absentable, exportPlace, nothing, position, version } from '../payload-parts';
import { changePayloads } from './change-payloads';
import { FirstStep, StepEnd } from './first-run';
import { patternProblems } from './group-pattern';
import { peopleToResolve } from './lists';
import { ProvingOperation } from './proving-operation';
import { SPACE_KEY } from './space-key';
import { takeoverPayloads } from './takeover-payloads';
import { Where } from './where';

const pattern = z.strictObject({ prefix: z.string(), suffix: z.string() }).check(
  z.superRefine((value, context) => {
    for (const { field, message } of patternProblems(value))
      context.addIssue({ code: 'custom', path: [field], message });
  }),
);

const blockedName = z.string().check(
  z.trim(),
  z.minLength(1, FIELD_PROBLEMS.groupName),
  z.maxLength(255, FIELD_PROBLEMS.groupNameLength),
  // A control character or a mark of direction makes a line look like another one.
  z.regex(/^[^\p{C}]*$/u, FIELD_PROBLEMS.visibleCharacters),
  z.regex(/^[^*]+\*?$/, FIELD_PROBLEMS.asterisk),
);

/** The rules that apply to space admins. */
export const Rules = z.strictObject({
  pattern,
  /** Names of groups that the app never changes; `*` at the end stands for anything. */
  blockList: z.array(blockedName).check(z.maxLength(200, FIELD_PROBLEMS.blockListLength)),
  personalSpaces: z.boolean(),
  where: Where,
  /** Groups that a space's admins can create; those that are taken over count too. */
  mostGroups: z
    .int(FIELD_PROBLEMS.wholeNumber)
    .check(z.minimum(1, FIELD_PROBLEMS.oneOrMore), z.maximum(MOST_GROUPS, FIELD_PROBLEMS.mostGroups)),
  /** People in one list. */
  longestList: z
    .int(FIELD_PROBLEMS.wholeNumber)
    .check(z.minimum(1, FIELD_PROBLEMS.oneOrMore), z.maximum(MOST_LINES, FIELD_PROBLEMS.longestList)),
  supportReaders: z.array(AccountId).check(z.maxLength(50, FIELD_PROBLEMS.supportReaders)),
  /** People with this permission on a space are its admins. */
  provingOperation: ProvingOperation,
});
export type Rules = z.infer<typeof Rules>;

const spaceKey = z
  .string()
  .check(z.maxLength(255, FIELD_PROBLEMS.spaceKey), z.regex(SPACE_KEY, FIELD_PROBLEMS.spaceKey));

const spaceAuditFilter = z.strictObject({
  caller: absentable(AccountId),
  target: absentable(AccountId),
  groupId: absentable(GroupId),
  /** The exact name that the group had then, in any letter case. */
  groupName: absentable(
    z
      .string()
      .check(z.trim(), z.minLength(1, FIELD_PROBLEMS.groupName), z.maxLength(255, FIELD_PROBLEMS.groupNameLength)),
  ),
  outcome: absentable(AuditOutcome),
});
const auditFilter = z.extend(spaceAuditFilter, { spaceId: absentable(SpaceId) });

/** Accepts the name at which a page of records ended, with the id that tells it from another one of the same name. */
const afterName = absentable(z.string().check(z.minLength(1), z.maxLength(400)));

/** Accepts what to look for among the groups that belong to spaces: the start of a name, or a space. */
const recordsToFind = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('name'),
    name: z
      .string()
      .check(z.trim(), z.minLength(1, FIELD_PROBLEMS.groupName), z.maxLength(255, FIELD_PROBLEMS.groupNameLength)),
    after: afterName,
  }),
  z.strictObject({ by: z.literal('space'), spaceId: SpaceId, after: afterName }),
]);
export type RecordsToFind = z.output<typeof recordsToFind>;

/** Lists the payloads of the global page, by function key. */
export const globalPayloads = {
  openGlobalSettings: nothing,
  savePrivilegedUser: z.strictObject({ accountId: AccountId, version }),
  acceptNomination: z.strictObject({ version }),
  declineNomination: z.strictObject({ version }),
  cancelNomination: z.strictObject({ version }),
  removePrivilegedUser: z.strictObject({ version }),
  pauseChanges: z.strictObject({ version }),
  resumeChanges: z.strictObject({ version }),
  checkPrivilegedUser: nothing,
  deleteStoredCredentials: nothing,
  confirmTokenRevoked: z.strictObject({ version }),
  readWaiting: nothing,
  readFirstRun: nothing,
  endFirstStep: z.strictObject({ step: FirstStep, end: StepEnd }),
  readRules: nothing,
  findSpaces: z.strictObject({
    text: z
      .string()
      .check(z.trim(), z.minLength(1, FIELD_PROBLEMS.spaceText), z.maxLength(255, FIELD_PROBLEMS.spaceText)),
  }),
  saveRules: z.strictObject({ rules: Rules, version }),
  listGroupRecords: z.strictObject({ after: absentable(position) }),
  findGroupRecords: recordsToFind,
  listGroupMembers: z.strictObject({ groupId: GroupId, start: z.int().check(z.minimum(0), z.maximum(1_000_000)) }),
  ...takeoverPayloads,
  confirmSiteAdmin: nothing,
  releaseGroup: z.strictObject({ groupId: GroupId }),
  transferGroup: z.strictObject({ groupId: GroupId, spaceKey }),
  setGroupDeletable: z.strictObject({ groupId: GroupId, deletable: z.boolean() }),
  exportSite: z.strictObject({ from: absentable(exportPlace(EXPORTED)) }),
  readAudit: z.strictObject({ filter: auditFilter, before: absentable(position) }),
  readSupport: nothing,
  runSiteChecks: z.strictObject({ spaceKey: absentable(spaceKey), memberId: absentable(AccountId) }),
};

/** Accepts distinct accounts, at least one. */
const accountIds = z.array(AccountId).check(
  z.minLength(1, FIELD_PROBLEMS.pickSome),
  z.maxLength(MAX_PEOPLE, FIELD_PROBLEMS.pickAtMost),
  z.refine((ids) => new Set(ids).size === ids.length, FIELD_PROBLEMS.personTwice),
);

/** Accepts distinct groups, at least one. */
const groupIds = z.array(GroupId).check(
  z.minLength(1, FIELD_PROBLEMS.groupsSome),
  z.maxLength(MAX_GROUPS, FIELD_PROBLEMS.groupsAtMost),
  z.refine((ids) => new Set(ids).size === ids.length, FIELD_PROBLEMS.groupTwice),
);

/** Accepts distinct entries of the audit, at least one. */
const attemptIds = z.array(z.string().check(z.regex(/^[\w.:#-]{1,200}$/, FIELD_PROBLEMS.reload))).check(
  z.minLength(1, FIELD_PROBLEMS.changesSome),
  z.maxLength(MAX_PEOPLE, FIELD_PROBLEMS.changesAtMost),
  z.refine((ids) => new Set(ids).size === ids.length, FIELD_PROBLEMS.changeTwice),
);

/** Lists the payloads of the space page, by function key. The space itself is never part of one. */
export const spacePayloads = {
  openSpaceSettings: nothing,
  listGroups: z.strictObject({
    after: absentable(z.string().check(z.minLength(1), z.maxLength(255))),
    order: absentable(z.enum(['name', 'change'])),
    /** A part of the name. */
    search: absentable(z.string().check(z.trim(), z.minLength(1), z.maxLength(255))),
  }),
  createGroup: z.strictObject({
    name: z.string().check(z.maxLength(1000)),
    /** The group whose place the new one is to take. */
    inPlaceOf: absentable(GroupId),
  }),
  keepBothGroups: z.strictObject({ groupId: GroupId }),
  deleteGroup: z.strictObject({
    groupId: GroupId,
    typedName: z.string().check(z.maxLength(1000)),
    confirmSelf: z.boolean(),
  }),
  openGroup: z.strictObject({
    groupId: GroupId,
    /** The page was told a moment ago that the site has no roles: they aren't asked for. */
    withoutRoles: absentable(z.literal(true)),
  }),
  mayChangeGroup: z.strictObject({ groupId: GroupId }),
  countMembers: z.strictObject({ groupIds }),
  readSpaceAccess: nothing,
  readSpaceRoles: nothing,
  assignRole: z.strictObject({ groupId: GroupId, roleId: z.string().check(z.minLength(1), z.maxLength(64)) }),
  listMembers: z.strictObject({ groupId: GroupId, start: z.int().check(z.minimum(0), z.maximum(1_000_000)) }),
  readMembers: z.strictObject({ groupId: GroupId, start: z.int().check(z.minimum(0), z.maximum(MOST_MEMBERS_READ)) }),
  isMember: z.strictObject({ groupId: GroupId, accountId: AccountId }),
  readPersonGroups: z.strictObject({ accountId: AccountId }),
  addMembers: z.strictObject({ groupId: GroupId, accountIds }),
  removeMembers: z.strictObject({ groupId: GroupId, accountIds, confirmSelf: z.boolean() }),
  undoChange: z.strictObject({ attemptIds, confirmSelf: z.boolean() }),
  resolvePeople: peopleToResolve,
  ...changePayloads,
  readSpaceAudit: z.strictObject({ filter: spaceAuditFilter, before: absentable(position) }),
  readSpaceSupport: nothing,
};
