import { forbidden } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { requirePrivilegedUser, type StoredPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { planRun } from '../../broker/runs/plan-run';
import type { RunLine } from '../../broker/runs/stored-run';
import { inChunks } from '../../broker/side-by-side';
import type { Rules } from '../../shared/groups/payloads';
import type { PlannedTakeover } from '../../shared/groups/takeover-payloads';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { GroupId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { AdoptLine } from '../adoption/adoption-line';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { SpaceBrief } from '../confluence-ports';
import type { GroupAccess, GroupRecord } from '../facts';
import { readGroupAccess } from '../group-access';
import { readStored } from '../group-facts';
import type { GroupPorts } from '../ports';
import { readRecords } from '../read-records';
import { takeoverView } from './takeover-view';

/**
 * Stores a plan to give groups to spaces, with a verdict on each. Nothing is changed before whoever planned it applies it, as a site admin.
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
  const lines = groups.map(({ groupId, groupName, spaceId, acknowledgeProductAccess = false }, index): RunLine => {
    const command: AdoptLine = { operation: 'adoptGroup', groupId, groupName, spaceId, acknowledgeProductAccess };
    return { number: index + 1, command, ...verdictOn(command, facts) };
  });
  return takeoverView(await planRun(ports, adoptionRuns, { source: 'list', place: 'site', by: caller, lines }));
}

interface PlanFacts {
  rules: Rules;
  records: ReadonlyMap<GroupId, GroupRecord>;
  accessOf: (groupId: GroupId) => GroupAccess;
  spaces: ReadonlyMap<SpaceId, SpaceBrief>;
}

async function readFacts(ports: GroupPorts, groups: PlannedTakeover['groups']): Promise<PlanFacts> {
  const ids = groups.map(({ groupId }) => groupId);
  const { known, rules } = await readStored(ports);
  const [records, accessOf, spaces] = await Promise.all([
    readRecords(ports, ids),
    readAccess(ports, known, ids),
    readSpaces(ports, [...new Set(groups.map(({ spaceId }) => spaceId))]),
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

async function readSpaces(
  { directory }: GroupPorts,
  ids: readonly SpaceId[],
): Promise<ReadonlyMap<SpaceId, SpaceBrief>> {
  const spaces = new Map<SpaceId, SpaceBrief>();
  for (const some of inChunks(ids, SPACES_A_CALL)) {
    for (const space of await directory.spacesById(some)) spaces.set(space.id, space);
  }
  return spaces;
}

function verdictOn(line: AdoptLine, facts: PlanFacts): Pick<RunLine, 'verdict' | 'why'> {
  const record = facts.records.get(line.groupId);
  if (record?.spaceId === line.spaceId) return { verdict: 'nothingToDo' };
  const why = record === undefined ? refusalOf(line, facts) : 'GROUP_TAKEN';
  return why === undefined ? { verdict: 'willChange' } : { verdict: 'notAllowed', why };
}

function refusalOf(
  { groupId, spaceId, acknowledgeProductAccess }: AdoptLine,
  { rules, accessOf, spaces }: PlanFacts,
): ForbiddenReason | undefined {
  const space = spaces.get(spaceId);
  if (space === undefined) return 'SPACE_NOT_FOUND';
  if (space.personal && !rules.personalSpaces) return 'PERSONAL_SPACE_OFF';
  const access = accessOf(groupId);
  if (access === 'unknown') return 'PROTECTION_UNKNOWN';
  if (access.admin) return 'GROUP_GIVES_ADMIN_ACCESS';
  return access.product && !acknowledgeProductAccess ? 'GROUP_GIVES_PRODUCT_ACCESS' : undefined;
}
