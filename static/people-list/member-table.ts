import { writtenRowsOf, type Delimiter, type Row } from './cells';
import type { MemberColumns } from './member-columns';
import type { MemberFault } from './member-fault';
import { readMemberRow, type ListedMember } from './member-row';
import { namesSomething, visible } from './visible';

/** Holds a row of a table as it was written, with the person in it. */
export interface TableRow {
  /** Its first line, counted from 1 for the line below the header. */
  line: number;
  text: string;
  content: ListedMember | { fault: MemberFault };
}

/** Reads the rows below a header. A quotation mark that is out of place spoils its own line alone. */
export function readMemberTable(below: readonly string[], columns: MemberColumns): TableRow[] {
  const rows = rowsBelow(below, columns.delimiter);
  return rows.flatMap(({ line, cells }, index) => {
    const text = below.slice(line - 1, (rows[index + 1]?.line ?? below.length + 1) - 1).join('\n');
    if (!namesSomething(text)) return [];
    const content = cells === undefined ? { fault: { code: 'openQuote' as const } } : readMemberRow(cells, columns);
    return [{ line, text: visible(text), content }];
  });
}

function rowsBelow(below: readonly string[], delimiter: Delimiter): (Row | { line: number; cells: undefined })[] {
  return (
    writtenRowsOf(below.join('\n'), delimiter)?.map(({ line, cells }) => ({ line, cells: withoutReturn(cells) })) ??
    below.map((line, index) => ({
      line: index + 1,
      cells: writtenRowsOf(line.replace(/\r$/, ''), delimiter)?.[0]?.cells,
    }))
  );
}

/** Returns the cells of a row without the carriage return that ends its line. */
function withoutReturn(cells: readonly string[]): string[] {
  return cells.map((cell, at) => (at === cells.length - 1 ? cell.replace(/\r$/, '') : cell));
}
