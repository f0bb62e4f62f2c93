import type { FirstRunView } from '../../../src/shared/groups/first-run';
import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { csvLine } from '../../people-list/csv-line';

export type ListedGroup = Pick<SiteGroupRow, 'groupName' | 'space'>;

/** Last part of the address of the page in a space's settings, as manifest.yml names it. */
const ROUTE = 'groups';

/**
 * Writes a line for each space with its groups and the address of the app's page in its settings, by space: CSV with a header. No cell is a formula for a
 * spreadsheet. https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-settings/
 */
export function spacesFile(
  groups: readonly ListedGroup[],
  site: string,
  { appId, environmentId }: FirstRunView['app'],
): string {
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
    `${site}/wiki/spaces/${encodeURIComponent(key)}/settings/apps/${appId}/${environmentId}/${ROUTE}`,
  ]);
  return [['space', 'name', 'groups', 'link'], ...rows].map(csvLine).join('\n');
}
