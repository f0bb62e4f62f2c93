import { MEMBER_COLUMNS } from '../../src/shared/words/member-list';
import { csvLine } from './csv-line';

/** One member of a group, or one change of its members. */
export interface MemberRow {
  accountId: string;
  name?: string;
  group?: string;
  action?: 'add' | 'remove';
  /** The sentence that says what happened. */
  result?: string;
}

const OPTIONAL: readonly (keyof MemberRow)[] = ['action', 'result'];

/**
 * Writes a file that `readMembers` reads back: CSV with a header; action and result only if a row has one.
 *
 * No cell is a formula for a spreadsheet. Excel needs a byte order mark before it, which the reader drops.
 */
export function membersFile(rows: readonly MemberRow[]): string {
  const columns = (['accountId', 'name', 'group', 'action', 'result'] as const).filter(
    (column) => !OPTIONAL.includes(column) || rows.some((row) => row[column] !== undefined),
  );
  const head = csvLine(columns.map((column) => MEMBER_COLUMNS[column]));
  return `${head}\r\n${rows.map((row) => csvLine(columns.map((column) => row[column] ?? ''))).join('\r\n')}`;
}
