import { isHeading, memberColumnsOf, titleTwice, type MemberColumns } from './member-columns';
import { readMemberLine } from './member-line';
import { memberListOf, type MemberEntry, type MemberList } from './member-list';
import { readMemberTable } from './member-table';
import { namesSomething, visible } from './visible';

/**
 * Reads a pasted list of people who become members of groups, or no longer are: as mail programs and spreadsheets write it.
 *
 * With a header (the first line names a column of people) columns are read by it, in any order; the group and the action are optional.
 * Without one, each cell is one person; but in a row of a spreadsheet, the cells beside a single address or accountId are about that person.
 * Who is named twice is taken once, by accountId, address or name, within a group. Lines without a letter or digit don't count. A list that
 * is too long gives one problem and nobody. Never throws, and takes time in proportion to the text.
 */
export function readMembers(text: string): MemberList {
  const lines = text.split(text.includes('\n') ? '\n' : '\r');
  const first = lines.findIndex(namesSomething);
  const columns = memberColumnsOf(visible(lines[first] ?? ''));
  if (columns === undefined || isHeading(columns)) return memberListOf(readLines(text, columns !== undefined));
  return readTable(lines, first, columns);
}

function readLines(text: string, hasHeading: boolean): MemberEntry[] {
  const lines = text.split(/\r\n|\r|\n/);
  const heading = hasHeading ? lines.findIndex(namesSomething) : undefined;
  return lines.flatMap((line, index) =>
    index === heading || !namesSomething(line)
      ? []
      : readMemberLine(visible(line)).map((piece) => ({ line: index + 1, ...piece })),
  );
}

function readTable(lines: readonly string[], first: number, columns: MemberColumns): MemberList {
  const twice = titleTwice(columns);
  if (twice !== undefined) {
    const why = { code: 'twoColumns' as const, piece: twice };
    return { people: [], problems: [{ line: first + 1, text: visible(lines[first] ?? ''), why }] };
  }
  const rows = readMemberTable(lines.slice(first + 1), columns);
  return memberListOf(rows.map(({ line, ...row }) => ({ line: first + 1 + line, ...row })));
}
