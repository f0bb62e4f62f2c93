// The journeys of lists of people, in an order in which each finds what it needs: after those of the pages, in a group of its own.
import type { ChangeView } from '../../src/shared/groups/changes';
import type { GroupId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { valueOf } from './integration';
import { inDemo, person, type Journey, type Prepared } from './journeys';

let list: GroupId;
/** The change that was planned or applied last. */
let change: ChangeView;

export const LIST_JOURNEYS: readonly Journey[] = [
  { name: 'plan a list of 25 people', before: hasList, run: planning(adding(1, 25)) },
  { name: 'apply it', run: applying },
  { name: 'watch it', run: about('watchChange') },
  { name: 'read the people of it', run: about('readChangeLines') },
  { name: 'the same for a file', run: about('readChangeLines', { most: 500 }) },
  { name: 'list changes', run: inDemo('listChanges') },
  { name: 'plan its undo', run: remembering(about('planUndo')) },
  { name: 'apply the undo', run: applying },
  {
    name: 'plan a list of 25 people that becomes the whole group',
    before: hasMembers(1, 25),
    run: planning(({ people }) => ({ source: 'wholeGroup', people: people(26, 25) })),
  },
  { name: 'cancel it', run: about('cancelChange') },
  { name: 'plan 60 members of another group', run: planning(membersOfAnother) },
  { name: 'plan to remove all 25 members', run: planning(() => ({ source: 'everybody', people: [] })) },
  {
    name: 'plan to remove a person from all groups of a space',
    run: remembering(inDemo('planPersonRemoval', ({ world }) => ({ accountId: person(world, 2) }))),
  },
  { name: 'remove them from all', run: applying },
  { name: 'watch a change that waits', before: waits, run: watchedOnceMore },
  { name: 'resume it', run: about('resumeChange') },
];

interface Lists extends Prepared {
  /** As lines of a list that adds them. */
  people: (from: number, count: number) => object[];
}
type Plan = (lists: Lists) => object;

function planning(plan: Plan): Journey['run'] {
  return remembering((prepared) => {
    function people(from: number, count: number): object[] {
      return Array.from({ length: count }, (_, index) => ({
        line: index + 1,
        accountId: person(prepared.world, from + index),
        operation: 'addMember',
      }));
    }
    return inDemo('planPeople', () => ({ groupId: list, ...plan({ ...prepared, people }) }))(prepared);
  });
}

function adding(from: number, count: number): Plan {
  return ({ people }) => ({ source: 'list', people: people(from, count) });
}

function membersOfAnother({ world }: Lists): object {
  return { source: 'membersOf', fromGroupId: world.groupId('demo-listed'), people: [] };
}

async function applying(prepared: Prepared): ReturnType<Journey['run']> {
  const { changeId, version, needsTypedNumber: typedNumber } = change;
  return remembering(inDemo('applyChange', () => ({ changeId, version, typedNumber })))(prepared);
}

function about(
  key: 'watchChange' | 'readChangeLines' | 'planUndo' | 'cancelChange' | 'resumeChange',
  more: object = {},
): Journey['run'] {
  return inDemo(key, () => ({ changeId: change.changeId, ...more }));
}

async function watchedOnceMore(prepared: Prepared): ReturnType<Journey['run']> {
  return inDemo('watchChange', () => ({ changeId: change.changeId, waitsAt: change.version }))(prepared);
}

function remembering(run: Journey['run']): Journey['run'] {
  return async (prepared) => {
    const answer = (await run(prepared)) as Result<ChangeView>;
    change = valueOf(answer);
    return answer;
  };
}

/** A group, and the row of all runs' points, which the first plan of an installation writes. */
async function hasList(prepared: Prepared): Promise<void> {
  list = (await prepared.world.createGroup('space-admin', 'DEMO', 'listed-here')).groupId;
  await planning(adding(1, 1))(prepared);
}

function hasMembers(from: number, count: number) {
  return async ({ world }: Prepared) => {
    for (let number = from; number < from + count; number += 1) world.model.addMember(list, person(world, number));
  };
}

/** A pause has stopped a change before anything of it was sent. */
async function waits(prepared: Prepared): Promise<void> {
  await planning(adding(26, 25))(prepared);
  await prepared.world.setPaused(true);
  await applying(prepared);
  await prepared.world.setPaused(false);
}
