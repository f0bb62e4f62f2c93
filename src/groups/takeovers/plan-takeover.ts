import { forbidden } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { requirePrivilegedUser, type StoredPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { planRun } from '../../broker/runs/plan-run';
import type { RunLine } from '../../broker/runs/stored-run';
import { allEnded, inChunks } from '../../broker/side-by-side';
import type { PlannedTakeover } from '../../shared/groups/takeover-payloads';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { GroupId, SpaceId } from '../../shared/ids';
import type { PlannedLine } from '../adoption/adoption-line';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { SpaceBrief } from '../confluence-ports';
import { readGroupAccess } from '../group-access';
import { readStoredForSpace } from '../group-facts';
import type { GroupPorts } from '../ports';
import { readRecords } from '../read-records';
import { plannedVerdict, type PlanFacts } from './planned-verdict';
import { takeoverView } from './takeover-view';

/**
 * Stores a plan to give groups to spaces, with a verdict on each; also of those that somebody still has to choose a space for. Nothing is changed before whoever planned it applies it, as a site admin.
 *
 * Kind and name of a group are judged only then: reading them takes a call for each. Fails with PRIVILEGED_USER_UNAVAILABLE, or with PROTECTION_UNKNOWN if
 * Confluence shows no lists of groups that give access.
 */
export async function planTakeover(
  ports: GroupPorts,
  { caller }: OnSite,
  { groups }: PlannedTakeover,
): Promise<TakeoverView> {
  const facts = await readFacts(ports, groups);
  const lines = groups.map((group, index): RunLine => {
    const { isManagedOutside = false } = group;
    const command = lineOf(group);
    return { number: index + 1, command, ...plannedVerdict(command, { ...facts, isManagedOutside }) };
  });
  return takeoverView(await planRun(ports, adoptionRuns, { source: 'list', place: 'site', by: caller, lines }));
}

function lineOf({
  groupId,
  groupName,
  spaceId,
  acknowledgeProductAccess = false,
}: PlannedTakeover['groups'][number]): PlannedLine {
  return {
    operation: 'adoptGroup',
    groupId,
    groupName,
    ...(spaceId !== undefined && { spaceId }),
    acknowledgeProductAccess,
  };
}

async function readFacts(
  ports: GroupPorts,
  groups: PlannedTakeover['groups'],
): Promise<Omit<PlanFacts, 'isManagedOutside'>> {
  const ids = groups.map(({ groupId }) => groupId);
  const { known, rules } = await readStoredForSpace(ports);
  const [records, accessOf, spaces] = await allEnded([
    readRecords(ports, ids),
    readAccess(ports, known, ids),
    readSpacesById(ports, [...new Set(groups.flatMap(({ spaceId }) => spaceId ?? []))]),
  ]);
  return { rules, records, accessOf, spaces };
}

async function readAccess(ports: GroupPorts, known: StoredPrivilegedUser, ids: readonly GroupId[]) {
  requirePrivilegedUser(known);
  const accessOf = await readGroupAccess(ports, known, ids);
  if (ids.every((id) => accessOf(id) === 'unknown')) throw forbidden('PROTECTION_UNKNOWN');
  return accessOf;
}

const SPACES_A_CALL = 250;

async function readSpacesById(
  { directory }: GroupPorts,
  ids: readonly SpaceId[],
): Promise<ReadonlyMap<SpaceId, SpaceBrief>> {
  const spaces = new Map<SpaceId, SpaceBrief>();
  for (const some of inChunks(ids, SPACES_A_CALL)) {
    for (const space of await directory.spacesById(some)) spaces.set(space.id, space);
  }
  return spaces;
}
