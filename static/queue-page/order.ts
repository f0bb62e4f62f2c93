import type { OrganizationId } from '../../src/shared/ids';
import { MAX_LIST } from '../../src/shared/limits';
import { say } from '../../src/shared/words/format';
import { LIST_FORM } from '../../src/shared/words/queue-page';
import type { Done } from '../hooks/batches';
import { faultText } from '../people-list/fault';
import { keyOf, type MergedPerson } from '../people-list/merge';
import type { ListLine, PeopleList } from '../people-list/read-people';
import { fateOf, type CheckedPreview, type Fate } from './preview-text';

/** A checked list, and the organizations to add its people to. */
export interface Order {
  list: PeopleList;
  people: MergedPerson[];
  organizationIds: OrganizationId[];
}

/** A person in the list, and the outcome of their check. */
export type Entry = Done<MergedPerson, CheckedPreview>;

/** Most faults shown at the field. All are shown if part of the list can be checked. */
const FAULTS_AT_FIELD = 20;

/** Returns the lines that can't be read. */
export function faultyLines({ lines }: PeopleList): (ListLine & { fault: NonNullable<ListLine['fault']> })[] {
  return lines.flatMap((line) => (line.fault === undefined ? [] : [{ ...line, fault: line.fault }]));
}

/** Says what keeps the whole list from being checked. */
export function listProblem({ list, people }: Pick<Order, 'list' | 'people'>): string | undefined {
  const faults = faultyLines(list);
  const count = people.length + faults.length;
  if (count === 0) return LIST_FORM.empty;
  if (count > MAX_LIST) return say(LIST_FORM.tooLong, { most: MAX_LIST, count });
  if (people.length > 0) return undefined;
  const told = faults
    .slice(0, FAULTS_AT_FIELD)
    .map(({ line, fault }) => say(LIST_FORM.fault, { line, fault: faultText(fault) }));
  const more = faults.length - told.length;
  return [...told, ...(more > 0 ? [say(LIST_FORM.moreFaults, { n: more })] : [])].join(' ');
}

/** Returns the part of a person to send. */
export function sentPerson({ email, name }: MergedPerson): { email: string; displayName?: string } {
  return { email, ...(name !== undefined && { displayName: name }) };
}

/** Returns how many people have each fate. */
export function countFates(entries: readonly Entry[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { new: 0, added: 0, left: 0 };
  for (const { outcome } of entries) counts[fateOf(outcome)] += 1;
  return counts;
}

/** Returns who can be created or added with what is left of the day's quota: the first that are new, and everybody who exists. */
export function withinQuota(entries: readonly Entry[], left: number): Entry[] {
  let rest = left;
  return entries.filter(({ outcome }) => {
    const fate = fateOf(outcome);
    if (fate === 'new') rest -= 1;
    return fate === 'added' || (fate === 'new' && rest >= 0);
  });
}

/** Returns how many people and lines a list still has without some. */
export function countLeft({ list, people }: Order, gone: ReadonlySet<string>): number {
  return people.filter((person) => !gone.has(keyOf(person))).length + faultyLines(list).length;
}
