import { MOST_TAKEN_OVER } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { LINE_PROBLEMS, TAKE_OVER } from '../../../src/shared/words/take-over';
import { positions, wordOf } from '../../people-list/column-names';
import { unguarded } from '../../people-list/formula';
import { readTable, type TableLine } from '../../people-list/read-table';
import { withoutHidden } from '../../people-list/visible';

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

/** A list of groups and spaces. */
export interface GroupList {
  groups: ListedGroup[];
  problems: LineProblem[];
}

/** The meaning of each row's cells. */
interface Columns {
  group: number;
  /** Undefined: the list names no spaces. */
  space: number | undefined;
  hasHeader: boolean;
}

const GROUP = ['group', 'groups', 'groupname'];
const SPACE = ['space', 'spaces', 'spacekey', 'key'];

/** Reads a pasted list of groups and the spaces that they are to be given to: as a spreadsheet or a CSV file writes it. Never throws. */
export function readGroups(text: string): GroupList {
  return groupsIn(readTable(text));
}

/**
 * Takes the groups of a table, and the spaces that they are to be given to.
 *
 * With a header (the first line names a column of groups), columns are read by it, in any order, and others don't count. Without one, the first cell is the
 * group and the second the space. A group counts once.
 */
export function groupsIn(table: readonly TableLine[]): GroupList {
  const columns = columnsOf(table[0]?.cells ?? []);
  return once(
    table
      .slice(columns.hasHeader ? 1 : 0)
      .map(({ line, cells }) =>
        cells === undefined ? { line, problem: LINE_PROBLEMS.openQuote } : readRow(line, cells.map(unguarded), columns),
      ),
  );
}

function columnsOf(head: readonly string[]): Columns {
  const words = head.map(wordOf);
  const [group] = positions(words, GROUP);
  const [space] = positions(words, SPACE);
  return group === undefined ? { group: 0, space: 1, hasHeader: false } : { group, space, hasHeader: true };
}

/** Most characters of a group's name. */
const MOST_CHARACTERS = 255;

function readRow(line: number, cells: readonly string[], columns: Columns): ListedGroup | LineProblem {
  const group = withoutHidden((cells[columns.group] ?? '').replaceAll(/\p{Cc}+/gu, ' ')).trim();
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
