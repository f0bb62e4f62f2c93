// The payloads of calls about lists of people.
import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from '../field-problems';
import { AccountId, GroupId } from '../ids';
import { MOST_LINES, MOST_LINES_READ } from '../limits';
import { absentable, position, version, waitsAt } from '../payload-parts';
import { ShownLines } from './shown-lines';

const listedPerson = z.strictObject({
  line: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  accountId: AccountId,
  operation: z.enum(['addMember', 'removeMember']),
});

const planned = z
  .strictObject({
    groupId: GroupId,
    source: z.enum(['list', 'wholeGroup', 'everybody', 'membersOf']),
    fromGroupId: absentable(GroupId),
    people: z.array(listedPerson).check(
      z.maxLength(MOST_LINES, FIELD_PROBLEMS.listAtMost),
      z.refine(
        (people) => new Set(people.map(({ accountId }) => accountId)).size === people.length,
        FIELD_PROBLEMS.personTwice,
      ),
    ),
  })
  .check(
    z.superRefine(({ source, groupId, fromGroupId, people }, context) => {
      function refuse(field: 'people' | 'fromGroupId', message: string): void {
        context.addIssue({ code: 'custom', path: [field], message });
      }
      const isListed = source === 'list' || source === 'wholeGroup';
      if (isListed && people.length === 0) refuse('people', FIELD_PROBLEMS.pickSome);
      if (!isListed && people.length > 0) refuse('people', FIELD_PROBLEMS.reload);
      if (source === 'wholeGroup' && people.some(({ operation }) => operation !== 'addMember')) {
        refuse('people', FIELD_PROBLEMS.reload);
      }
      if ((source === 'membersOf') !== (fromGroupId !== undefined)) refuse('fromGroupId', FIELD_PROBLEMS.group);
      else if (fromGroupId === groupId) refuse('fromGroupId', FIELD_PROBLEMS.otherGroup);
    }),
  );

const change = { changeId: z.uuid() };

/** Lists the payloads of lists of people, by function key. */
export const changePayloads = {
  planPeople: planned,
  planPersonRemoval: z.strictObject({ accountId: AccountId }),
  applyChange: z.strictObject({
    ...change,
    version,
    typedNumber: absentable(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    /** The caller agrees to lose what the group gives them. */
    confirmSelf: absentable(z.boolean()),
  }),
  watchChange: z.strictObject({ ...change, waitsAt }),
  readChangeLines: z.strictObject({
    ...change,
    show: absentable(ShownLines),
    after: absentable(z.int().check(z.minimum(0), z.maximum(MOST_LINES))),
    /** Most people to return: for a file. */
    most: absentable(z.int().check(z.minimum(1), z.maximum(MOST_LINES_READ))),
  }),
  listChanges: z.strictObject({ before: absentable(position) }),
  cancelChange: z.strictObject(change),
  resumeChange: z.strictObject(change),
  planUndo: z.strictObject(change),
};

export type PlannedList = z.output<typeof planned>;
