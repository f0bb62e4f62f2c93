import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { csvLine } from '../../people-list/csv-line';

export type ListedGroup = Pick<SiteGroupRow, 'groupName' | 'space'>;

/** Writes a line for each space with its groups and its address, by space: CSV with a header. No cell is a formula for a spreadsheet. */
export function spacesFile(groups: readonly ListedGroup[], site: string): string {
  const spaces = new Map<string, { name: string; groups: string[] }>();
  for (const { groupName, space } of groups) {
    if (space === undefined) continue;
    const known = spaces.get(space.key);
    spaces.set(space.key, { name: space.name, groups: [...(known?.groups ?? []), groupName] });
  }
  const rows = [...spaces].map(([key, space]) => [
    key,
    space.name,
    space.groups.join('; '),
    `${site}/wiki/spaces/${key}`,
  ]);
  return [['space', 'name', 'groups', 'link'], ...rows].map(csvLine).join('\n');
}
