// Cells of the coverage that can't be hit, each with its reason. One that is hit all the same makes the simulation fail.
import type { Ending } from '../oracle/ending';
import { ALL_OPERATIONS, OPERATIONS } from './operations';
import type { OperationId } from './operations';

export interface Impossible {
  operations: readonly OperationId[];
  /** Matches what befalls the call. */
  strokes: RegExp;
  endings: readonly Ending[];
  why: string;
}

const { rest: REST, kvs: KVS, queue: QUEUE, report: REPORT } = OPERATIONS;

/** Operations that change something, and are always waited for. Not so those of a check of the privileged user: of two refused reads, one may leave that of the other. */
const WRITES: readonly OperationId[] = [
  'addComment',
  'addCustomers',
  'addUserToGroupByGroupId',
  'createCustomer',
  'removeMemberFromGroupByGroupId',
  'setSpaceRoleAssignments',
  'delete',
  'entity/delete',
  'secret/delete',
  ...QUEUE,
  ...REPORT,
];

/** Operations whose function tells what became of each person, whatever happens later. */
const TOLD_FOR_EACH: readonly OperationId[] = [
  'addCustomers',
  'addUserToGroupByGroupId',
  'getCustomers',
  'removeMemberFromGroupByGroupId',
];

/** Operations that a function sends when everything else has been answered, and waits for. */
const ALONE: readonly OperationId[] = [
  'addComment',
  'findGroups',
  'getSpacePermissionsAssignments',
  'setSpaceRoleAssignments',
  'delete',
  'entity/delete',
  'secret/delete',
  ...QUEUE,
  ...REPORT,
];

/** Answers that don't say whether a call took effect. */
const LOST = /^(lost|500|503|504|ended by the app)/;

export const IMPOSSIBLE: readonly Impossible[] = [
  {
    operations: [...KVS, ...QUEUE, ...REPORT],
    strokes: /^ended by the app$/,
    endings: ['ok', 'error', 'killed', 'timedOut'],
    why: "Forge's packages for storage, events and reports take no signal that could end a call",
  },
  {
    operations: ALL_OPERATIONS,
    strokes: /^cut off after its effect$/,
    endings: ['ok', 'error', 'timedOut'],
    why: "an effect that isn't answered lets no function go on, so none ends by itself in that step",
  },
  {
    operations: REST,
    strokes: /^cut off/,
    endings: ['timedOut'],
    why: 'the app ends its REST calls before the time of a function is over',
  },
  {
    operations: WRITES,
    strokes: /^cut off/,
    endings: ['ok', 'error'],
    why: 'a function waits for everything that it writes before it answers',
  },
  {
    operations: ['addUsersToOrganization'],
    strokes: /^cut off/,
    endings: ['ok'],
    why: 'who adds somebody, or asks by it whether they may, answers well only with its answer',
  },
  {
    operations: ['findUsers', 'getServiceDesks', 'searchByCQL'],
    strokes: /^cut off/,
    endings: ['ok'],
    why: 'what is read beside it fails the function, or is waited for: nobody is answered well without it',
  },
  {
    operations: ['searchUser'],
    strokes: /^cut off/,
    endings: ['ok', 'error'],
    why: 'people are searched for side by side, and each search is waited for, whatever becomes of the others',
  },
  {
    operations: ['getCustomers'],
    strokes: /^cut off/,
    endings: ['ok'],
    why: 'what is read beside it never fails: both are waited for',
  },
  {
    operations: TOLD_FOR_EACH,
    strokes: /./,
    endings: ['error'],
    why: 'from then on the answer tells what became of each person, and is no error',
  },
  {
    operations: ['addComment'],
    strokes: /./,
    endings: ['error'],
    why: 'the action answers what it did, whether or not that could be written into the work item',
  },
  {
    operations: ['addComment'],
    strokes: /^(none|lost|429 (for long|of)|5|ended by the app)/,
    endings: ['killed'],
    why: 'the comment is the last call of its function, and sent again only after a short wait that Atlassian asks for',
  },
  {
    operations: [
      'addComment',
      'findGroups',
      'getSpacePermissionsAssignments',
      'getSpaceRoleAssignments',
      'searchByCQL',
    ],
    strokes: /./,
    endings: ['timedOut'],
    why: 'no call but REST calls follows or waits beside it, and the app ends those in time',
  },
  {
    operations: ['findGroups'],
    strokes: /^none$/,
    endings: ['killed'],
    why: 'it is the last call of its function, and a kill comes at a call',
  },
  {
    operations: ['findGroups', 'getServiceDesks', 'getSpacePermissionsAssignments', 'searchByCQL'],
    strokes: /^(429 for long|429 of the quota|ended by the app)$/,
    endings: ['ok', 'killed', 'timedOut'],
    why: 'it is not asked for again then, and nobody who asked for it is answered without it: the function ends at once',
  },
  {
    operations: ['setSpaceRoleAssignments'],
    strokes: /^(lost|429|5|ended by the app)/,
    endings: ['ok'],
    why: 'a role is given once, and nothing but its answer tells that it was',
  },
  {
    operations: ['delete', 'secret/delete'],
    strokes: /^(lost|429|5)/,
    endings: ['ok'],
    why: 'a credential that may still be there is never said to be gone',
  },
  {
    operations: ['setSpaceRoleAssignments', 'delete', 'secret/delete'],
    strokes: LOST,
    endings: ['killed'],
    why: "an outcome that isn't known is left open for the hourly settling: the function ends at once",
  },
  {
    operations: ['setSpaceRoleAssignments'],
    strokes: LOST,
    endings: ['timedOut'],
    why: "an outcome that isn't known is left open for the hourly settling: the function ends at once",
  },
  {
    operations: ALONE,
    strokes: /^cut off/,
    endings: ['ok', 'error', 'timedOut'],
    why: 'no other call of its function is under way beside it, by whose answer that could end',
  },
  {
    operations: REPORT,
    strokes: /./,
    endings: ['error'],
    why: 'a report that fails is logged and made again a week later: its schedule ends well',
  },
  {
    operations: REPORT,
    strokes: /^(lost|429|5)/,
    endings: ['killed'],
    why: 'a report that fails ends its function at once',
  },
];
