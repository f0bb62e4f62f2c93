import type { ListedPerson } from './mailbox';
import { keyOf } from './merge';
import type { PeopleList } from './read-people';

/** Writes somebody as mail programs do: `jane@example.com`, `Jane Doe <jane@example.com>`, `"Doe, Jane" <jane@example.com>`. */
export function written({ email, name }: ListedPerson): string {
  return name === undefined ? email : `${quotedIfNeeded(name)} <${email}>`;
}

/** Returns the text of a list without some of its people: other lines stay as they were written, the ones that can't be read too. */
export function withoutPeople({ header, lines }: PeopleList, gone: ReadonlySet<string>): string {
  const left = lines.flatMap(({ text, people, fault }) => {
    const others = people.filter((person) => !gone.has(keyOf(person)));
    if (fault !== undefined || (others.length > 0 && others.length === people.length)) return [text];
    return others.length === 0 ? [] : [others.map(written).join('; ')];
  });
  return [...(header !== undefined && left.length > 0 ? [header] : []), ...left].join('\n');
}

function quotedIfNeeded(name: string): string {
  return /[",;<>\\]/.test(name) ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"` : name;
}
