import type { MemberFault } from './member-fault';
import type { ListedMember } from './member-row';
import { withoutHidden } from './visible';

/** Holds one piece of a list: a person or a fault, with its line and as it was written. */
export interface MemberEntry {
  line: number;
  text: string;
  content: ListedMember | { fault: MemberFault };
}

/** A person of a list, with the line that names them first. */
export interface MemberLine extends ListedMember {
  line: number;
}

/** Tells what can't be taken from a list. `text`: as it was written. */
export interface MemberProblem {
  line: number;
  text: string;
  why: MemberFault;
}

/** The people and problems of a pasted text, by line. */
export interface MemberList {
  people: MemberLine[];
  problems: MemberProblem[];
}

/** Limits the people that a list can name. Emails and names are looked up one by one. */
const LIMITS = { tooManyToLookUp: 300, tooMany: 2_000 } as const;

/** Takes everybody of a list once, unless it is too long: then nobody. */
export function memberListOf(entries: readonly MemberEntry[]): MemberList {
  const people = new Map<string, MemberLine>();
  const problems: MemberProblem[] = [];
  for (const { line, text, content } of entries) {
    if ('fault' in content) {
      problems.push({ line, text, why: content.fault });
      continue;
    }
    const first = people.get(keyOf(content));
    if (first === undefined) people.set(keyOf(content), { line, ...content });
    else problems.push({ line, text, why: { code: 'repeated', first: first.line } });
  }
  const taken = [...people.values()];
  const tooLong = excess(taken, 'tooMany') ?? excess(taken.filter(isLookedUp), 'tooManyToLookUp');
  return tooLong === undefined ? { people: taken, problems } : { people: [], problems: [tooLong] };
}

function isLookedUp({ kind }: ListedMember): boolean {
  return kind !== 'accountId';
}

/** Tells the first person beyond a limit. */
function excess(people: readonly MemberLine[], code: keyof typeof LIMITS): MemberProblem | undefined {
  const limit = LIMITS[code];
  const beyond = people[limit];
  return beyond && { line: beyond.line, text: beyond.text, why: { code, n: people.length, limit } };
}

/** Returns the key that two mentions of the same person in the same group share. */
function keyOf({ kind, text, group = '' }: ListedMember): string {
  return JSON.stringify([kind, kind === 'accountId' ? text : compared(text), compared(group)]);
}

function compared(text: string): string {
  return withoutHidden(text).normalize('NFC').toLowerCase();
}
