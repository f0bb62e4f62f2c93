import { guarded } from './formula';

/** Writes a line of CSV. No cell is a formula for a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quotedIfNeeded(guarded(cell))).join(',');
}

/** Writes a cell; in quotation marks, where without them it would be read as another one. */
function quotedIfNeeded(cell: string): string {
  return /["\r\n,;\t\uFEFF]|^ | $/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
