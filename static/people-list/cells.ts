import { splitTable } from './split-table';
import { visible } from './visible';

export type Delimiter = '\t' | ';' | ',';

/** One row of a table. */
export interface Row {
  /** Its first line, counted from the first row's 1. A cell in quotation marks can go over several lines. */
  line: number;
  cells: string[];
}

/** Reads all rows of a table with `\n` between lines. Undefined: a quotation mark isn't where one can be, and cells may be joined wrongly. */
export function rowsOf(text: string, delimiter: Delimiter): Row[] | undefined {
  return writtenRowsOf(text, delimiter)?.map(({ line, cells }) => ({ line, cells: cells.map(visible) }));
}

/** Reads all rows as `rowsOf` does, with the blanks and hidden characters around each cell. */
export function writtenRowsOf(text: string, delimiter: Delimiter): Row[] | undefined {
  let line = 1;
  return splitTable(text, delimiter)?.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return row;
  });
}

/** Reads the cells of one line. */
export function cellsOf(line: string, delimiter: Delimiter): string[] | undefined {
  return rowsOf(line, delimiter)?.[0]?.cells;
}
