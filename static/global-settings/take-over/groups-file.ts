import { csvLine } from '../../people-list/csv-line';
import type { DraftGroup } from './draft';

/** Writes the groups of a plan so that `readGroups` reads them back: CSV with a header. No cell is a formula for a spreadsheet. */
export function groupsFile(groups: readonly Pick<DraftGroup, 'groupName' | 'space'>[]): string {
  const rows = groups.map(({ groupName, space }) => [groupName, space?.key ?? '']);
  return [['group', 'space'], ...rows].map(csvLine).join('\n');
}
