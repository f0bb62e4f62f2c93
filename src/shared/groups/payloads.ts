import { z } from 'zod';

import { AuditOutcome } from '../broker/audit-outcome';
import { AccountId, GroupId, SpaceId } from '../ids';
import { MAX_GROUPS, MAX_PEOPLE } from '../limits';
import { absentable, nothing, position, version } from '../payload-parts';
import { patternProblems } from './group-pattern';
import { ProvingOperation } from './proving-operation';

const pattern = z.strictObject({ prefix: z.string(), suffix: z.string() }).superRefine((value, context) => {
  for (const { field, message } of patternProblems(value)) context.addIssue({ code: 'custom', path: [field], message });
});

const blockedName = z
  .string()
  .trim()
  .min(1, 'Enter a group name.')
  .max(255, 'Use at most 255 characters.')
  // A control character or a mark of direction makes a line look like another one.
  .regex(/^[^\p{C}]*$/u, 'Use visible characters only.')
  .regex(/^[^*]+\*?$/, 'Use an asterisk only at the end, after at least one character.');

/** The rules that space admins live under. */
export const Rules = z.strictObject({
  pattern,
  /** Names of groups that nobody touches through this app; `*` at the end stands for anything. */
  blockList: z.array(blockedName).max(200, 'Use at most 200 lines.'),
  personalSpaces: z.boolean(),
  maxPeoplePerOperation: z
    .int('Enter a whole number.')
    .min(1, 'Enter 1 or more.')
    .max(MAX_PEOPLE, `Enter ${String(MAX_PEOPLE)} or less.`),
  supportReaders: z.array(AccountId).max(50, 'Name at most 50 people.'),
  /** Whoever may do this on a space is its admin. */
  provingOperation: ProvingOperation,
});
export type Rules = z.infer<typeof Rules>;

const spaceKey = z
  .string()
  .max(255, 'Enter a space key, such as DEMO.')
  .regex(/^~?[\w:-]+$/, 'Enter a space key, such as DEMO.');

const spaceAuditFilter = z.strictObject({
  caller: absentable(AccountId),
  target: absentable(AccountId),
  groupId: absentable(GroupId),
  /** Exactly, in any case: the name that the group had then. */
  groupName: absentable(z.string().trim().min(1, 'Enter a group name.').max(255, 'Use at most 255 characters.')),
  outcome: absentable(AuditOutcome),
});
const auditFilter = spaceAuditFilter.extend({ spaceId: absentable(SpaceId) });

/** What the global page may send, by function key. */
export const globalPayloads = {
  openGlobalSettings: nothing,
  savePrivilegedUser: z.strictObject({ accountId: AccountId, version }),
  acceptNomination: z.strictObject({ version }),
  declineNomination: z.strictObject({ version }),
  cancelNomination: z.strictObject({ version }),
  removePrivilegedUser: z.strictObject({ version }),
  checkPrivilegedUser: nothing,
  deleteStoredCredentials: nothing,
  confirmTokenRevoked: z.strictObject({ version }),
  readRules: nothing,
  saveRules: z.strictObject({ rules: Rules, version }),
  listGroupRecords: z.strictObject({ after: absentable(position) }),
  findCandidates: z.strictObject({ start: z.int().min(0).max(100_000) }),
  adoptGroups: z.strictObject({
    groups: z
      .array(z.strictObject({ groupId: GroupId, spaceId: SpaceId, acknowledgeProductAccess: z.boolean() }))
      .min(1, 'Choose at least one group.')
      .max(MAX_GROUPS, `Choose at most ${String(MAX_GROUPS)} groups at a time.`)
      .refine(
        (groups) => new Set(groups.map((group) => group.groupId)).size === groups.length,
        'Name each group once.',
      ),
  }),
  confirmSiteAdmin: nothing,
  releaseGroup: z.strictObject({ groupId: GroupId }),
  transferGroup: z.strictObject({ groupId: GroupId, spaceKey }),
  setGroupDeletable: z.strictObject({ groupId: GroupId, deletable: z.boolean() }),
  readAudit: z.strictObject({ filter: auditFilter, before: absentable(position) }),
  readSupport: nothing,
  runSiteChecks: z.strictObject({ spaceKey: absentable(spaceKey), memberId: absentable(AccountId) }),
};

/** Distinct accounts, at least one. */
const accountIds = z
  .array(AccountId)
  .min(1, 'Pick at least one person.')
  .max(MAX_PEOPLE, `Pick at most ${String(MAX_PEOPLE)} people at a time.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Name each person once.');

/** What the space page may send, by function key. The space itself is never part of a payload. */
export const spacePayloads = {
  openSpaceSettings: nothing,
  listGroups: z.strictObject({ after: absentable(z.string().min(1).max(255)) }),
  createGroup: z.strictObject({ name: z.string().max(1000) }),
  deleteGroup: z.strictObject({ groupId: GroupId, typedName: z.string().max(1000), confirmSelf: z.boolean() }),
  openGroup: z.strictObject({ groupId: GroupId }),
  countMembers: z.strictObject({ groupId: GroupId }),
  listMembers: z.strictObject({ groupId: GroupId, start: z.int().min(0).max(1_000_000) }),
  isMember: z.strictObject({ groupId: GroupId, accountId: AccountId }),
  addMembers: z.strictObject({ groupId: GroupId, accountIds }),
  removeMembers: z.strictObject({ groupId: GroupId, accountIds, confirmSelf: z.boolean() }),
  readSpaceAudit: z.strictObject({ filter: spaceAuditFilter, before: absentable(position) }),
  readSpaceSupport: nothing,
};
