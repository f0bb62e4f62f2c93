import { cellsOf, rowsOf, type Delimiter, type Row } from './cells';
import { EMAIL, FIRST_NAME, FULL_NAME, LAST_NAME, positions, wordOf } from './column-names';
import { faultOf, type LineContent } from './line';
import { mailboxOf, person, type ListedPerson } from './mailbox';

/** Tells the meaning of each row's cells, by the header. */
export interface Columns {
  delimiter: Delimiter;
  count: number;
  emails: number[];
  names: number[];
}

/** Reads a header. Undefined: the line isn't one, or names one column alone, which every line then is. */
export function columnsOf(line: string): Columns | undefined {
  const delimiter = (['\t', ';', ','] as const).find((candidate) => line.includes(candidate));
  if (delimiter === undefined || line.includes('@')) return undefined;
  const words = (cellsOf(line, delimiter) ?? []).map(wordOf);
  const emails = positions(words, EMAIL);
  const full = positions(words, FULL_NAME).slice(0, 1);
  const parts = [FIRST_NAME, LAST_NAME].flatMap((known) => positions(words, known).slice(0, 1));
  return emails.length === 0
    ? undefined
    : { delimiter, count: words.length, emails, names: full.length > 0 ? full : parts };
}

/** Tells whether a line is the header of a list of addresses alone. */
export function isEmailHeader(line: string): boolean {
  return !line.includes('@') && EMAIL.includes(wordOf(line));
}

/** Reads the rows below a header, `text` without it. A quotation mark that is out of place spoils its own line alone. */
export function readRows(text: string, { delimiter }: Columns): (Row | { line: number; cells: undefined })[] {
  return (
    rowsOf(text, delimiter) ??
    text.split('\n').map((line, index) => ({ line: index + 1, cells: cellsOf(line, delimiter) }))
  );
}

/** Reads one person from a row. */
export function readRow(cells: readonly string[], { count, emails: [email = 0], names }: Columns): LineContent {
  if (cells.slice(count).some((cell) => cell !== '')) return { fault: { code: 'moreCellsThanHeader' } };
  const cell = cells[email] ?? '';
  if (cell === '') return { fault: { code: 'noAddress', piece: cells.join(' ') } };
  const mailbox = mailboxOf(cell);
  if (mailbox !== undefined) return { people: [named(mailbox, names.map((at) => cells[at] ?? '').join(' '))] };
  return cell.split('@').length > 2 ? { fault: { code: 'severalInCell' } } : { fault: faultOf(cell) };
}

function named(mailbox: ListedPerson, name: string): ListedPerson {
  return name.trim() === '' ? mailbox : person(mailbox.email, name, 'written');
}
