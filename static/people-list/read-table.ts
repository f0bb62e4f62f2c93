import { cellsOf, rowsOf, type Delimiter, type Row } from './cells';
import { namesSomething, visible } from './visible';

/** A line of a table that holds more than marks and blanks. */
export interface TableLine {
  /** Its number in the text, from 1. A cell in quotation marks can go over several. */
  line: number;
  /** Absent: a quotation mark isn't where one can be. */
  cells?: string[];
}

/**
 * Reads a table as a spreadsheet or a CSV file writes it, with tabs, semicolons or commas: what its first line has, else what any line has.
 *
 * What the cells mean is up to the reader. Never throws.
 */
export function readTable(text: string): TableLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex(namesSomething);
  if (first === -1) return [];
  const delimiter = delimiterIn([visible(lines[first] ?? '')]) ?? delimiterIn(lines) ?? ',';
  return rowsFrom(lines.slice(first), delimiter).flatMap(({ line, cells }) => {
    const number = first + line;
    if (cells === undefined) return [{ line: number }];
    return namesSomething(cells.join('')) ? [{ line: number, cells }] : [];
  });
}

function delimiterIn(lines: readonly string[]): Delimiter | undefined {
  return (['\t', ';', ','] as const).find((one) => lines.some((line) => line.includes(one)));
}

/** A quotation mark that is out of place spoils its own line alone. */
function rowsFrom(
  lines: readonly string[],
  delimiter: Delimiter,
): readonly (Row | { line: number; cells: string[] | undefined })[] {
  return (
    rowsOf(lines.join('\n'), delimiter) ??
    lines.map((line, index) => ({ line: index + 1, cells: line === '' ? [] : cellsOf(line, delimiter) }))
  );
}
