import type { ChangeRow, ChangeView } from '../../../src/shared/groups/changes';
import { COUNTS, ENDED, PLAN, SOURCES } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';

/** Names a list by where it came from, and its group. */
export function titleOf({ source, groups, person }: Pick<ChangeRow, 'source' | 'groups' | 'person'>): string {
  if (source === 'allGroups') return PERSON_CHANGE.title;
  if (person !== undefined) return PERSON_CHANGE.undoTitle;
  return say(SOURCES[source], { group: groups.map(({ groupName }) => groupName).join(', ') });
}

/** Says in one part of a sentence what a plan would do; undefined if nothing. */
export function planText({
  planned: { add, remove },
  person,
}: Pick<ChangeView, 'planned' | 'person'>): string | undefined {
  const { adds, removes } = person === undefined ? COUNTS : PERSON_CHANGE;
  const parts = [add > 0 && say(adds, { n: add }), remove > 0 && say(removes, { n: remove })];
  const told = parts.filter((part) => part !== false);
  return told.length === 0 ? undefined : told.join(', ');
}

/** Says for whom a plan does nothing; undefined if it does something for everybody. */
export function restText({ planned, person }: Pick<ChangeView, 'planned' | 'person'>): string | undefined {
  const { nothingToDo, notAllowed, choose } = planned;
  const already = nothingToDo > 0 && say(COUNTS[alreadyKey(planned, person)], { n: nothingToDo });
  const parts = [
    already,
    notAllowed > 0 && say(COUNTS.notAllowed, { n: notAllowed }),
    choose > 0 && say(COUNTS.leftAlone, { n: choose }),
  ];
  const told = parts.filter((part) => part !== false);
  return told.length === 0 ? undefined : told.join(', ');
}

/** Says what a change has done so far: "22 added, 3 were members already, 1 not allowed". */
export function doneText({ planned, done, person }: Pick<ChangeView, 'planned' | 'done' | 'person'>): string {
  const counts: [keyof typeof COUNTS, number][] = [
    ['added', done.added],
    ['removed', done.removed],
    [alreadyKey(planned, person), done.alreadySo + planned.nothingToDo],
    ['notAllowed', done.refused + planned.notAllowed],
    ['failed', done.failed],
    ['unknown', done.unknown],
    ['notTried', done.notTried + done.left],
  ];
  const told = counts.filter(([, n]) => n > 0).map(([key, n]) => say(COUNTS[key] as '{n}', { n }));
  return told.length === 0 ? COUNTS.nothing : told.join(', ');
}

/** Says in one sentence how a change ended. */
export function endText(change: Pick<ChangeView, 'state' | 'planned' | 'done' | 'person'>): string {
  const counts = doneText(change);
  if (change.state === 'stopped') return say(ENDED.stopped, { counts });
  return say(change.state === 'cancelled' ? ENDED.cancelled : ENDED.done, { counts });
}

/** Names the button that carries out a plan. Of one person's groups, it only adds or only removes. */
export function applyLabel({ add, remove }: { add: number; remove: number }, person?: string): string {
  if (person !== undefined) {
    return add > 0 ? say(PERSON_CHANGE.add, { n: add }) : say(PERSON_CHANGE.remove, { n: remove });
  }
  if (remove === 0) return say(PLAN.add, { n: add });
  return add === 0 ? say(PLAN.remove, { n: remove }) : say(PLAN.change, { n: add + remove });
}

function alreadyKey(
  { add, remove }: ChangeView['planned'],
  person: string | undefined,
): 'alreadyMembers' | 'alreadyNone' | 'already' {
  if (person !== undefined) return 'already';
  if (add > 0 && remove === 0) return 'alreadyMembers';
  return add === 0 && remove > 0 ? 'alreadyNone' : 'already';
}
