// The payloads of calls that take over many groups.
import { z } from 'zod';

import { FIELD_PROBLEMS } from '../field-problems';
import { GroupId, SpaceId } from '../ids';
import { MOST_TAKEN_OVER } from '../limits';
import { absentable, version } from '../payload-parts';

const change = { changeId: z.uuid() };

/** Lists the payloads, by function key. */
export const takeoverPayloads = {
  planTakeover: z.strictObject({
    groups: z
      .array(z.strictObject({ groupId: GroupId, spaceId: SpaceId, acknowledgeProductAccess: absentable(z.boolean()) }))
      .min(1, FIELD_PROBLEMS.groupsSome)
      .max(MOST_TAKEN_OVER, FIELD_PROBLEMS.takeOverAtMost)
      .refine(
        (groups) => new Set(groups.map((group) => group.groupId)).size === groups.length,
        FIELD_PROBLEMS.groupTwice,
      ),
  }),
  applyTakeover: z.strictObject({ ...change, version }),
  watchTakeover: z.strictObject(change),
  readTakeoverLines: z.strictObject({
    ...change,
    show: absentable(
      z.enum([
        'all',
        'willChange',
        'nothingToDo',
        'notAllowed',
        'succeeded',
        'unchanged',
        'refused',
        'failed',
        'notTried',
      ]),
    ),
    after: absentable(z.int().min(0).max(MOST_TAKEN_OVER)),
  }),
  cancelTakeover: z.strictObject(change),
  resumeTakeover: z.strictObject(change),
  planTakeoverUndo: z.strictObject(change),
};

export type PlannedTakeover = z.output<typeof takeoverPayloads.planTakeover>;
export type ShownGroups = NonNullable<z.output<typeof takeoverPayloads.readTakeoverLines>['show']>;
