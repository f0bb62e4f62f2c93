import { columnsOf, readRows } from './table';
import { namesSomething, visible } from './visible';

/**
 * Returns a table of people with its columns of emails and names alone, so that it reads the same; another text as it is. Each row stays in its line.
 */
export function withoutOtherColumns(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex(namesSomething);
  const columns = columnsOf(visible(lines[first] ?? ''));
  if (columns === undefined) return text;
  const { delimiter, count, emails, names } = columns;
  // A last column without a title keeps a table of addresses alone from being read as lines, and holds what a row without an address says instead.
  function kept(cells: readonly string[]): string {
    const known = [...emails, ...names].map((at) => cells[at] ?? '');
    const others = namesSomething(known.join('')) ? '' : cells.slice(0, count).join(' ').trim();
    return [...known, others, ...cells.slice(count)].map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter);
  }
  const below = lines.slice(first + 1);
  const shorter = lines.map(() => '');
  const [header] = readRows(lines[first] ?? '', columns);
  shorter[first] = kept(header?.cells ?? []);
  for (const { line, cells } of readRows(below.join('\n'), columns)) {
    const row = cells === undefined ? (below[line - 1] ?? '') : kept(cells);
    for (const [more, part] of row.split('\n').entries()) shorter[first + line + more] = part;
  }
  return shorter.join('\n').trimEnd();
}

function quotedIfNeeded(cell: string, delimiter: string): string {
  return cell.includes('"') || cell.includes('\n') || cell.includes(delimiter)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
