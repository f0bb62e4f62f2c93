import type { Fault } from './fault';
import { readLine, type LineContent } from './line';
import type { ListedPerson } from './mailbox';
import { columnsOf, isEmailHeader, readRow, readRows, type Columns } from './table';
import { namesSomething, visible } from './visible';

/** One line of a list, or several if a cell goes over them. */
export interface ListLine {
  /** Its number in the text, from 1. */
  line: number;
  /** As it was written. */
  text: string;
  people: ListedPerson[];
  fault?: Fault;
}

/** The people and faults of a pasted text. */
export interface PeopleList {
  /** The line that names the columns, as it was written. */
  header?: string;
  lines: ListLine[];
}

/**
 * Reads a pasted list of people: one or several a line, as mail programs and spreadsheets write them.
 *
 * With a header (the first line has a column named email) columns are read by it, in any order. Without one, a name is taken only where it
 * can't be anything else. A line that can't be read as a whole has a fault instead of people. Lines without a letter or digit don't count.
 * Never throws, and takes time in proportion to the text.
 */
export function readPeople(text: string): PeopleList {
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex(namesSomething);
  const header = lines[first] ?? '';
  const columns = columnsOf(visible(header));
  if (columns !== undefined) return readTable(lines, first, columns);
  const hasHeader = isEmailHeader(header);
  return {
    ...(hasHeader && { header }),
    lines: lines.flatMap((line, index) =>
      !namesSomething(line) || (hasHeader && index === first)
        ? []
        : [listLine(index + 1, line, readLine(visible(line)))],
    ),
  };
}

function readTable(lines: readonly string[], first: number, columns: Columns): PeopleList {
  const header = lines[first] ?? '';
  if (columns.emails.length > 1) {
    return { lines: [listLine(first + 1, lines.slice(first).join('\n'), { fault: { code: 'twoEmailColumns' } })] };
  }
  const below = lines.slice(first + 1);
  const rows = readRows(below.join('\n'), columns);
  return {
    header,
    lines: rows.flatMap(({ line, cells }, index) => {
      const written = below.slice(line - 1, (rows[index + 1]?.line ?? below.length + 1) - 1).join('\n');
      if (!namesSomething(written)) return [];
      const content: LineContent = cells === undefined ? { fault: { code: 'openQuote' } } : readRow(cells, columns);
      return [listLine(first + 1 + line, written, content)];
    }),
  };
}

function listLine(line: number, text: string, content: LineContent): ListLine {
  return 'fault' in content ? { line, text, people: [], fault: content.fault } : { line, text, people: content.people };
}
