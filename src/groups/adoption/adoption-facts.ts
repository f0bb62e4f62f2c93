import { isFresh } from '../../broker/age';
import type { GroupFacts } from '../../broker/facts';
import type { Actor } from '../../broker/runs/kinds';
import { allEnded, inChunks } from '../../broker/side-by-side';
import type { AccountId, GroupId, SpaceId } from '../../shared/ids';
import type { SpaceBrief } from '../confluence-ports';
import type { GroupAccess } from '../facts';
import { readGroupAccess } from '../group-access';
import type { StoredForSpace } from '../group-facts';
import type { GroupPorts } from '../ports';
import type { AdoptLine } from './adoption-line';

/** Atlassian's facts about groups that are to be given to spaces, with the time of the oldest request. */
export interface AdoptionFacts {
  readAt: number;
  /** Those that don't exist are missing. */
  groups: ReadonlyMap<GroupId, GroupFacts>;
  /** `unknown`: Confluence shows no lists of groups that give access. */
  access: ReadonlyMap<GroupId, GroupAccess> | 'unknown';
  /** Those that don't exist, or are hidden from the author, are missing. */
  spaces: ReadonlyMap<SpaceId, SpaceBrief>;
}

/** Reads it: groups as the privileged user, spaces as the author, present or not. Nothing is asked if no group is to be given to a space. */
export async function readAdoptionFacts(
  ports: GroupPorts,
  actor: Actor<unknown>,
  { around, lines }: { around: StoredForSpace | undefined; lines: readonly AdoptLine[] },
): Promise<AdoptionFacts> {
  const readAt = ports.clock.now();
  if (around === undefined) return { readAt, groups: new Map(), access: new Map(), spaces: new Map() };
  const ids = lines.map(({ groupId }) => groupId);
  const [accessOf, groups, spaces] = await allEnded([
    readGroupAccess(ports, around.known, ids),
    readGroups(ports, around.privilegedUser, { ids, readAt }),
    readSpaces(ports, actor, [...new Set(lines.map(({ spaceId }) => spaceId))]),
  ]);
  const access = new Map(ids.map((id) => [id, accessOf(id)]));
  const isUnknown = [...access.values()].every((one) => one === 'unknown');
  return {
    readAt,
    groups,
    access: isUnknown ? 'unknown' : access,
    spaces: new Map(spaces.map((space) => [space.id, space])),
  };
}

/** Beside three calls that read which groups give access, and one for the spaces. */
const AT_A_TIME = 6;

/** Reads groups until the answers are too old to count, and so is what was read of the privileged user. */
async function readGroups(
  { privilegedReader, clock }: GroupPorts,
  privilegedUser: AccountId,
  { ids, readAt }: { ids: readonly GroupId[]; readAt: number },
): Promise<ReadonlyMap<GroupId, GroupFacts>> {
  const groups = new Map<GroupId, GroupFacts>();
  for (const some of inChunks(ids, AT_A_TIME)) {
    if (!isFresh(clock, readAt)) break;
    const read = await Promise.all(some.map(async (id) => privilegedReader.group(privilegedUser, id)));
    for (const group of read) if (group !== undefined) groups.set(group.groupId, group);
  }
  return groups;
}

function readSpaces(
  { directory, requesterReader }: GroupPorts,
  actor: Actor<unknown>,
  ids: readonly SpaceId[],
): Promise<SpaceBrief[]> {
  if (actor === 'app') throw new Error('Groups are taken over in the right of a person');
  return 'requester' in actor ? requesterReader.spacesById(actor.requester, ids) : directory.spacesById(ids);
}
