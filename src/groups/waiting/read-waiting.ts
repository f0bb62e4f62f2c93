import type { WaitingView } from '../../shared/groups/waiting';
import type { SpaceId } from '../../shared/ids';
import type { GroupPorts } from '../ports';

/** Counts the lists of changes that wait, place by place. One request, and one more for the spaces if there are any. */
export async function readWaiting({ runs, directory }: GroupPorts): Promise<WaitingView> {
  const { runs: waiting, more } = await runs.waiting();
  const counts = new Map<SpaceId | 'site', number>();
  for (const { place } of waiting) counts.set(place, (counts.get(place) ?? 0) + 1);
  const ids = [...counts.keys()].flatMap((place) => (place === 'site' ? [] : place));
  const spaces = new Map((ids.length === 0 ? [] : await directory.spacesById(ids)).map((space) => [space.id, space]));
  const places = [...counts].map(([place, lists]) => {
    if (place === 'site') return { lists };
    const space = spaces.get(place);
    return { lists, spaceId: place, ...(space && { space: { key: space.key, name: space.name } }) };
  });
  return { places, ...(more && { more }) };
}
