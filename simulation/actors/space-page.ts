// What people do on the page of a space.
import type { spacePayloads } from '../../src/shared/groups/payloads';
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import { aList } from './lists';
import { nothing, some } from './payload';
import type { Sent, SentBy } from './payload';
import type { Seen } from './seen';
import { aGroup, aPerson, aRun, likely, orAll } from './subjects';
import type { InSpace } from './subjects';

/** Roles of the site, and one that it doesn't have. */
const ROLES = ['102', '103', '104', '104', '999'];

const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];

export const onSpacePage: SentBy<typeof spacePayloads, InSpace> = {
  openSpaceSettings: [2, nothing],
  listGroups: [2, nothing],
  createGroup: [
    6,
    (seen, choices, about) => {
      const name = `${oneOf(choices, NAMES) ?? ''}${choices.below(4)}`;
      const inPlace = happens(choices, 150) && aGroup(seen, choices, about, (inPlaceOf) => ({ inPlaceOf }));
      return { name, ...inPlace };
    },
  ],
  keepBothGroups: [1, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupId }))],
  deleteGroup: [
    2,
    (seen, choices, about) =>
      aGroup(seen, choices, about, (groupId) => ({
        groupId,
        typedName: seen.model.groups.get(groupId)?.name ?? 'gone',
        confirmSelf: happens(choices, 700),
      })),
  ],
  openGroup: [2, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupId }))],
  mayChangeGroup: [1, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupId }))],
  countMembers: [1, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupIds: [groupId] }))],
  readSpaceAccess: [1, nothing],
  readSpaceRoles: [1, nothing],
  assignRole: [
    1,
    (seen, choices, about) =>
      aGroup(seen, choices, about, (groupId) => ({ groupId, roleId: oneOf(choices, ROLES) ?? '' })),
  ],
  listMembers: [2, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupId, start: 0 }))],
  readMembers: [1, (seen, choices, about) => aGroup(seen, choices, about, (groupId) => ({ groupId, start: 0 }))],
  isMember: [
    1,
    (seen, choices, about) =>
      aGroup(seen, choices, about, (groupId) => ({ groupId, accountId: aPerson(seen, choices) })),
  ],
  readPersonGroups: [1, (seen, choices) => ({ accountId: aPerson(seen, choices) })],
  addMembers: [
    20,
    (seen, choices, about) =>
      aGroup(seen, choices, about, (groupId) => ({ groupId, accountIds: some(choices, seen.people(), 4) })),
  ],
  removeMembers: [
    12,
    (seen, choices, about) =>
      aGroup(seen, choices, about, (groupId) => ({
        groupId,
        accountIds: some(choices, happens(choices, 800) ? orAll(seen, seen.membersOf(groupId)) : seen.people(), 4),
        confirmSelf: happens(choices, 500),
      })),
  ],
  undoChange: [
    4,
    (seen, choices, { spaceId }) => {
      const attemptIds = some(choices, seen.changesIn(spaceId), happens(choices, 800) ? 1 : 3);
      return attemptIds.length === 0 ? undefined : { attemptIds, confirmSelf: true };
    },
  ],
  resolvePeople: [1, (seen, choices) => ({ people: someNamedPeople(seen, choices) })],
  planPeople: [16, aList],
  planPersonRemoval: [
    2,
    (seen, choices, { spaceId }) => {
      const accountId = oneOf(choices, seen.recorded(spaceId).flatMap(seen.membersOf));
      return accountId === undefined ? undefined : { accountId };
    },
  ],
  applyChange: [
    12,
    (seen, choices, { spaceId }) =>
      aRun(choices, likely(choices, seen.runs(spaceId), 'planned'), ({ runId, version, typed }) => ({
        changeId: runId,
        version,
        ...(typed === undefined ? {} : { typedNumber: typed }),
        confirmSelf: true,
      })),
  ],
  watchChange: [3, onRun()],
  readChangeLines: [2, onRun()],
  listChanges: [1, nothing],
  cancelChange: [1, onRun()],
  resumeChange: [6, onRun('waiting')],
  planUndo: [4, onRun('done')],
  readSpaceAudit: [2, () => ({ filter: {} })],
  readSpaceSupport: [1, nothing],
};

function onRun(state?: string): Sent<{ changeId: string }, InSpace>[1] {
  return (seen, choices, { spaceId }) =>
    aRun(choices, likely(choices, seen.runs(spaceId), state), ({ runId }) => ({ changeId: runId }));
}

/** Lists people, each named in a way of its own. */
function someNamedPeople(seen: Seen, choices: Choices) {
  const lines = Array.from({ length: 1 + choices.below(4) }, (_, index) => index + 1);
  return lines.map((line) => ({ line, ...aNamedPerson(seen, choices) }));
}

/** Names somebody by their account, name or address. */
function aNamedPerson(seen: Seen, choices: Choices) {
  const accountId = aPerson(seen, choices);
  const kind = oneOf(choices, ['accountId', 'name', 'email'] as const) ?? 'accountId';
  const account = seen.model.accounts.get(accountId);
  return { text: (kind === 'accountId' ? undefined : account?.[kind]) ?? accountId, kind };
}
