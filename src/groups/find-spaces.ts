import type { OnSite } from '../broker/on-site';
import type { FoundSpaces } from '../shared/groups/views';
import type { GroupPorts } from './ports';
import { rowOf } from './rules/rules-view';

/** Finds spaces that the administrator can see, by a part of their name or by their key. */
export async function findSpaces(
  { directory }: GroupPorts,
  _admin: OnSite,
  { text }: { text: string },
): Promise<FoundSpaces> {
  const { spaces, more } = await directory.findSpaces(text);
  return { spaces: spaces.map(rowOf), more };
}
