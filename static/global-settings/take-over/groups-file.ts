import { guarded } from '../../people-list/formula';
import type { DraftGroup } from './draft';

/** Writes the groups of a plan so that `readGroups` reads them back: CSV with a header. No cell is a formula for a spreadsheet. */
export function groupsFile(groups: readonly Pick<DraftGroup, 'groupName' | 'space'>[]): string {
  const rows = groups.map(({ groupName, space }) => [groupName, space?.key ?? '']);
  return [['group', 'space'], ...rows].map((cells) => cells.map((cell) => quoted(guarded(cell))).join(',')).join('\n');
}

/** Writes a cell; in quotation marks, where without them it would be read as another one. */
function quoted(cell: string): string {
  return /["\r\n,;\t]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
