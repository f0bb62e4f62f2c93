import type { ListedPerson } from './mailbox';
import type { PeopleList } from './read-people';

/** A person in a list, once. */
export interface MergedPerson extends ListedPerson {
  /** Lines that name them, first mention first. */
  lines: number[];
}

/** Returns everybody of a list once, by address whatever its case, in order of first mention, with the first name that is given. */
export function mergePeople({ lines }: PeopleList): MergedPerson[] {
  const merged = new Map<string, MergedPerson>();
  for (const { line, people } of lines) {
    for (const person of people) {
      const known = merged.get(keyOf(person));
      if (known === undefined) merged.set(keyOf(person), { ...person, lines: [line] });
      else
        merged.set(keyOf(person), {
          ...known,
          ...(known.name === undefined && nameOf(person)),
          lines: [...known.lines, line],
        });
    }
  }
  return [...merged.values()];
}

/** Returns the key that two mentions of the same person share. */
export function keyOf({ email }: Pick<ListedPerson, 'email'>): string {
  return email.toLowerCase();
}

function nameOf({ name }: ListedPerson): Partial<MergedPerson> {
  return name === undefined ? {} : { name };
}
