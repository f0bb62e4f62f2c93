import { MAX_LIST } from '../../src/shared/limits';
import { mergePeople } from '../people-list/merge';
import { readPeople } from '../people-list/read-people';
import { withoutOtherColumns } from '../people-list/without-columns';

/** Longest text that a field takes without becoming slow: some 300 people with a name each. */
const MOST_CHARACTERS = 100_000;

/** Returns a list of customers as text for a field: as it is, or where that's too long, the columns of emails and names alone. */
export function textForField(text: string): { text: string } | { problem: 'tooMany' | 'tooLong'; n?: number } {
  if (text.length <= MOST_CHARACTERS) return { text };
  const list = readPeople(text);
  const n = mergePeople(list).length + list.lines.filter(({ fault }) => fault !== undefined).length;
  if (n > MAX_LIST) return { problem: 'tooMany', n };
  const shorter = withoutOtherColumns(text);
  return shorter.length > MOST_CHARACTERS ? { problem: 'tooLong' } : { text: shorter };
}
