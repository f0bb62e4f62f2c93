import type { GroupFacts } from '../../broker/facts';
import { readPrivilegedUser, requirePrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { fiveAtATime } from '../../broker/side-by-side';
import { spaceKeyOf } from '../../shared/groups/group-pattern';
import type { Candidate, CandidatePage } from '../../shared/groups/views';
import type { GroupId, SpaceId } from '../../shared/ids';
import type { GroupAccess, GroupRecord } from '../facts';
import { readGroupAccess } from '../group-access';
import { noteName } from '../note-name';
import type { GroupPorts } from '../ports';
import { kindRefusal, protectionRefusal } from '../protection';
import type { StoredRules } from '../rules/stored-rules';

/** Most spaces searched for changed keys. One call: most group names don't contain a key at all. */
const SPACES_LOOKED_AT = 250;

/**
 * Finds groups that don't belong to a space and whose name matches the pattern, with the space that the name points to.
 *
 * One page of all groups is searched, so few or none may be found although there are more: go on at `nextStart`. Fails with
 * PRIVILEGED_USER_UNAVAILABLE: without them, it can't be found out which access a group gives.
 */
export async function findCandidates(
  ports: GroupPorts,
  _context: unknown,
  { start }: { start: number },
): Promise<CandidatePage> {
  const { directory, groupRecords, settings } = ports;
  const [known, { value: rules }] = await Promise.all([readPrivilegedUser(ports), settings.rules()]);
  requirePrivilegedUser(known);
  const { groups, nextStart } = await directory.listGroups(start);
  const page = nextStart === undefined ? {} : { nextStart };
  const named = groups.flatMap((group) => {
    const key = spaceKeyOf(rules.pattern, group.name);
    return key === undefined || kindRefusal(group, rules) !== undefined ? [] : [{ group, key }];
  });
  if (named.length === 0) return { ...page, candidates: [] };
  const ids = named.map(({ group }) => group.groupId);
  const [recorded, { spaces, complete }, accessOf] = await Promise.all([
    groupRecords.recorded(ids),
    directory.spacesByKey([...new Set(named.map(({ key }) => key.toUpperCase()))], SPACES_LOOKED_AT),
    readGroupAccess(ports, known, ids),
  ]);
  for (const some of fiveAtATime(named)) await Promise.all(some.map(({ group }) => noteNameOf(ports, recorded, group)));
  const candidates = named.flatMap(({ group, key }) => {
    const space = spaces.get(key);
    const access = accessOf(group.groupId);
    const isOne = space !== undefined && !recorded.has(group.groupId) && mayBeShown(group, access, rules);
    return isOne ? [candidate(group, space, access)] : [];
  });
  const notChecked = candidates.some(({ grantsProductAccess }) => grantsProductAccess === 'notChecked');
  return {
    ...page,
    candidates,
    ...(!complete && { changedKeysAmong: SPACES_LOOKED_AT }),
    ...(notChecked && { notChecked }),
  };
}

async function noteNameOf(
  ports: GroupPorts,
  recorded: ReadonlyMap<GroupId, GroupRecord>,
  group: GroupFacts,
): Promise<void> {
  const record = recorded.get(group.groupId);
  if (record !== undefined) await noteName(ports, record, group.name);
}

/** Tells whether a group may be listed. One whose access is unknown is listed as such, but can't be adopted. */
function mayBeShown(group: GroupFacts, access: GroupAccess, rules: StoredRules): boolean {
  return access === 'unknown' || protectionRefusal(group, access, rules, true) === undefined;
}

function candidate(
  group: GroupFacts,
  { id, key, name }: { id: SpaceId; key: string; name: string },
  access: GroupAccess,
): Candidate {
  return {
    groupId: group.groupId,
    groupName: group.name,
    space: { id, key, name },
    grantsProductAccess: access === 'unknown' ? 'notChecked' : access.product,
  };
}
