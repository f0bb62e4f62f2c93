import { MOST_TAKEN_OVER } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { LINE_PROBLEMS, TAKE_OVER } from '../../../src/shared/words/take-over';
import { cellsOf, rowsOf, type Delimiter, type Row } from '../../people-list/cells';
import { positions, wordOf } from '../../people-list/column-names';
import { unguarded } from '../../people-list/formula';
import { namesSomething, visible } from '../../people-list/visible';

/** A group that a list names, with the space that it is to be given to, if the list names one. */
export interface ListedGroup {
  line: number;
  group: string;
  space?: string;
}

/** A line that can't be taken, and the sentence that says why. */
export interface LineProblem {
  line: number;
  problem: string;
}

/** A pasted list of groups and spaces. */
export interface GroupList {
  groups: ListedGroup[];
  problems: LineProblem[];
}

/** The meaning of each row's cells. */
interface Columns {
  delimiter: Delimiter;
  group: number;
  /** Undefined: the list names no spaces. */
  space: number | undefined;
  hasHeader: boolean;
}

const GROUP = ['group', 'groups', 'groupname'];
const SPACE = ['space', 'spaces', 'spacekey', 'key'];

/**
 * Reads a pasted list of groups and the spaces that they are to be given to: as a spreadsheet or a CSV file writes it.
 *
 * With a header (the first line names a column of groups), columns are read by it, in any order, and others don't count. Without one, the first cell is the
 * group and the second the space. A group counts once. Never throws.
 */
export function readGroups(text: string): GroupList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex(namesSomething);
  if (first === -1) return { groups: [], problems: [] };
  const columns = columnsOf(lines, first);
  const from = columns.hasHeader ? first + 1 : first;
  const read = rowsBelow(lines.slice(from), columns.delimiter).flatMap(({ line, cells }) => {
    const number = from + line;
    if (cells === undefined) return [{ line: number, problem: LINE_PROBLEMS.openQuote }];
    return namesSomething(cells.join('')) ? [readRow(number, cells.map(unguarded), columns)] : [];
  });
  return once(read);
}

function columnsOf(lines: readonly string[], first: number): Columns {
  const head = visible(lines[first] ?? '');
  const delimiter = delimiterIn([head]) ?? delimiterIn(lines) ?? ',';
  const words = (cellsOf(head, delimiter) ?? []).map(wordOf);
  const [group] = positions(words, GROUP);
  const [space] = positions(words, SPACE);
  return group === undefined
    ? { delimiter, group: 0, space: 1, hasHeader: false }
    : { delimiter, group, space, hasHeader: true };
}

function delimiterIn(lines: readonly string[]): Delimiter | undefined {
  return (['\t', ';', ','] as const).find((one) => lines.some((line) => line.includes(one)));
}

/** A quotation mark that is out of place spoils its own line alone. */
function rowsBelow(
  lines: readonly string[],
  delimiter: Delimiter,
): readonly (Row | { line: number; cells: undefined })[] {
  return (
    rowsOf(lines.join('\n'), delimiter) ??
    lines.map((line, index) => ({ line: index + 1, cells: line === '' ? [] : cellsOf(line, delimiter) }))
  );
}

/** Most characters of a group's name. */
const MOST_CHARACTERS = 255;

function readRow(line: number, cells: readonly string[], columns: Columns): ListedGroup | LineProblem {
  const group = cells[columns.group] ?? '';
  const space = columns.space === undefined ? '' : (cells[columns.space] ?? '');
  if (group === '') return { line, problem: LINE_PROBLEMS.noGroup };
  if (group.length > MOST_CHARACTERS || space.length > MOST_CHARACTERS) return { line, problem: LINE_PROBLEMS.tooLong };
  return { line, group, ...(space !== '' && { space }) };
}

function once(read: readonly (ListedGroup | LineProblem)[]): GroupList {
  const groups = new Map<string, ListedGroup>();
  const problems: LineProblem[] = [];
  for (const one of read) {
    if ('problem' in one) {
      problems.push(one);
      continue;
    }
    const before = groups.get(one.group.toLowerCase());
    if (before === undefined) groups.set(one.group.toLowerCase(), one);
    else problems.push({ line: one.line, problem: say(LINE_PROBLEMS.repeated, { first: before.line }) });
  }
  const beyond = [...groups.values()][MOST_TAKEN_OVER];
  if (beyond === undefined) return { groups: [...groups.values()], problems };
  const problem = say(TAKE_OVER.tooMany, { limit: MOST_TAKEN_OVER, n: groups.size });
  return { groups: [], problems: [{ line: beyond.line, problem }] };
}
