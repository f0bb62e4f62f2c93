import { SpaceId } from '../shared/ids';
import type { SpaceBrief, SpaceReader } from './confluence-ports';

/** Most spaces searched for a changed key. */
const MOST_SPACES = 2000;

/** Finds a space by typed text: its id, its present key, or the key with which it was created. A number is an id first. */
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
