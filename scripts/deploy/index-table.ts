// The table that `forge storage entities indexes list` prints: @forge/cli 13.3 has no JSON output for it.
// https://developer.atlassian.com/platform/forge/cli-reference/storage-entities-indexes-list/
import { stripVTControlCharacters } from 'node:util';

export interface ListedIndex {
  entity: string;
  index: string;
  isBuilt: boolean;
}

const HEADINGS = ['Entity name', 'Index name', 'Index status'];

/** Reads the table; undefined if anything in it is unexpected. */
export function readIndexTable(output: string): ListedIndex[] | undefined {
  const lines = stripVTControlCharacters(output).split(/\r?\n/);
  const rows = lines.filter((line) => line.startsWith('│')).map(cellsOf);
  const [head, ...body] = rows;
  if (head === undefined || !HEADINGS.every((heading, column) => head[column] === heading)) return undefined;
  const isTorn = lines.slice(firstFrame(lines)).some((line) => !isOfTable(line));
  const found = body.filter((cells) => cells.some((cell) => cell !== '')).map(readRow);
  return isTorn || found.includes(undefined) ? undefined : found.filter((one) => one !== undefined);
}

function cellsOf(line: string): string[] {
  return line
    .split('│')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Finds the table's first line. Lines above it, such as news of a newer CLI, aren't about indexes. */
function firstFrame(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith('┌'));
}

const FRAME = /^[┌├└─┬┼┴┐┤┘]+$/;

function isOfTable(line: string): boolean {
  return line.trim() === '' || line.startsWith('│') || FRAME.test(line.trim());
}

const STATUSES: Readonly<Record<string, boolean>> = { ACTIVE: true, CREATING: false };

function readRow([entity = '', index = '', status = '']: string[]): ListedIndex | undefined {
  const isBuilt = STATUSES[status];
  return isBuilt === undefined || entity === '' || index === '' ? undefined : { entity, index, isBuilt };
}
