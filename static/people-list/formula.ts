/** Matches a cell that a spreadsheet may run, and one that is kept from it. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Writes a cell so that no spreadsheet takes it for a formula: one apostrophe more before what begins as one. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Reads a cell back as it was before `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
