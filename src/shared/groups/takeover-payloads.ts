// The payloads of calls that take over many groups.
import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from '../field-problems';
import { GroupId, SpaceId } from '../ids';
import { MAX_GROUPS, MOST_TAKEN_OVER } from '../limits';
import { absentable, position, version, waitsAt } from '../payload-parts';
import { ShownLines } from './shown-lines';

const change = { changeId: z.uuid() };

/** A name of a group as somebody wrote it. No control characters: they would be searched for, and shown. */
const groupName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, FIELD_PROBLEMS.groupName),
    z.maxLength(255, FIELD_PROBLEMS.groupNameLength),
    z.regex(/^[^\p{C}]*$/u, FIELD_PROBLEMS.visibleCharacters),
  );

const listedGroup = z.strictObject({
  /** The number of the line, by which it is answered. */
  line: z.int().check(z.minimum(0), z.maximum(100_000)),
  group: groupName,
  /** A space's key. */
  space: absentable(
    z.string().check(z.trim(), z.minLength(1, FIELD_PROBLEMS.spaceKey), z.maxLength(255, FIELD_PROBLEMS.spaceKey)),
  ),
});

/** Most groups of a stored plan that are shown at once: on a page, and to be edited again. */
const MOST_SHOWN = [25, 250] as const;

const plannedGroup = z.strictObject({
  groupId: GroupId,
  groupName,
  /** Absent: nobody has chosen one yet. The plan keeps the group until somebody does. */
  spaceId: absentable(SpaceId),
  acknowledgeProductAccess: absentable(z.boolean()),
  /** As it was found. The plan says so of the group; it allows nothing. */
  isManagedOutside: absentable(z.literal(true)),
});

/** Lists the payloads, by function key. */
export const takeoverPayloads = {
  findGroups: z.strictObject({ start: z.int().check(z.minimum(0), z.maximum(100_000)), text: absentable(groupName) }),
  resolveTakeover: z.strictObject({
    lines: z.array(listedGroup).check(
      z.minLength(1, FIELD_PROBLEMS.groupsSome),
      z.maxLength(MAX_GROUPS, FIELD_PROBLEMS.groupsAtMost),
      z.refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, FIELD_PROBLEMS.lineTwice),
    ),
  }),
  listTakeovers: z.strictObject({ before: absentable(position) }),
  planTakeover: z.strictObject({
    groups: z.array(plannedGroup).check(
      z.minLength(1, FIELD_PROBLEMS.groupsSome),
      z.maxLength(MOST_TAKEN_OVER, FIELD_PROBLEMS.takeOverAtMost),
      z.refine(
        (groups) => new Set(groups.map((group) => group.groupId)).size === groups.length,
        FIELD_PROBLEMS.groupTwice,
      ),
    ),
  }),
  applyTakeover: z.strictObject({ ...change, version }),
  watchTakeover: z.strictObject({ ...change, waitsAt }),
  readTakeoverLines: z.strictObject({
    ...change,
    show: absentable(ShownLines),
    after: absentable(z.int().check(z.minimum(0), z.maximum(MOST_TAKEN_OVER))),
    most: absentable(z.literal(MOST_SHOWN)),
  }),
  cancelTakeover: z.strictObject(change),
  resumeTakeover: z.strictObject(change),
  planTakeoverUndo: z.strictObject(change),
};

export type ListedGroup = z.output<typeof listedGroup>;
export type PlannedTakeover = z.output<typeof takeoverPayloads.planTakeover>;
