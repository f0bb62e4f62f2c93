import { SpaceId } from '../shared/ids';
import type { SpaceBrief, SpaceReader } from './ports';

/** Spaces among which a typed key is looked for that no space was created with. */
const MOST_SPACES = 2000;

/** Finds the space that somebody typed: its id, the key that people see, or the key with which it was created. A number is an id first. */
export async function findSpace(
  { directory }: { directory: SpaceReader },
  typed: string,
): Promise<SpaceBrief | undefined> {
  const id = SpaceId.safeParse(typed);
  const [byId] = id.success ? await directory.spacesById([id.data]) : [];
  if (byId !== undefined) return byId;
  const { spaces } = await directory.spacesByKey([typed], MOST_SPACES);
  return spaces.get(typed.toLowerCase());
}
