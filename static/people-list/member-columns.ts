import { cellsOf, type Delimiter } from './cells';
import { EMAIL, FIRST_NAME, FULL_NAME, LAST_NAME, positions, wordOf } from './column-names';

/** Tells the meaning of each row's cells, by the header. Each list holds the positions of the columns of one meaning. */
export interface MemberColumns {
  delimiter: Delimiter;
  /** The header's cells, as they were written. */
  titles: string[];
  accountIds: number[];
  emails: number[];
  /** Columns that name a person in any way. */
  people: number[];
  names: number[];
  groups: number[];
  actions: number[];
}

const ACCOUNT_ID = ['accountid', 'accountids', 'atlassianaccountid', 'atlassianid'];
/** The user ids of Atlassian's exports are accountIds; those of other programs aren't. */
const PERSON = ['person', 'people', 'user', 'users', 'member', 'members', 'userid'];
const GROUP = ['group', 'groupname'];
const ACTION = ['action'];

/** Reads a header: its columns in any order, at least one of which names people. Undefined: the line isn't one. */
export function memberColumnsOf(line: string): MemberColumns | undefined {
  if (line.includes('@')) return undefined;
  const delimiter = (['\t', ';', ','] as const).find((candidate) => line.includes(candidate)) ?? '\t';
  const titles = cellsOf(line, delimiter) ?? [];
  // A name of a test account, such as "User 1", heads no column.
  const words = titles.map((title) => (/\p{N}/u.test(title) ? '' : wordOf(title)));
  const full = positions(words, [...FULL_NAME, 'names', 'username']).slice(0, 1);
  const columns = {
    delimiter,
    titles,
    accountIds: positions(words, ACCOUNT_ID),
    emails: positions(words, [...EMAIL, 'emails']),
    people: positions(words, PERSON),
    names: full.length > 0 ? full : [FIRST_NAME, LAST_NAME].flatMap((known) => positions(words, known).slice(0, 1)),
    groups: positions(words, GROUP),
    actions: positions(words, ACTION),
  };
  const { accountIds, emails, people, names } = columns;
  return [accountIds, emails, people, names].some((positioned) => positioned.length > 0) ? columns : undefined;
}

/** Returns the title of a column that means the same as one before it, where only one can be. */
export function titleTwice({ titles, accountIds, emails, groups, actions }: MemberColumns): string | undefined {
  const second = [accountIds, emails, groups, actions].find((positioned) => positioned.length > 1)?.[1];
  return second === undefined ? undefined : titles[second];
}

/** Tells whether a header stands above lines that are read as if there were none: addresses or people, and nothing else. */
export function isHeading({ titles, emails, people }: MemberColumns): boolean {
  return titles.length === 1 && emails.length + people.length === 1;
}
