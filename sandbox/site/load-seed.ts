import type { State } from './confluence/model';
import { spaceFromSeed } from './confluence/space-access';
// From a written seed to a site's first moment.
// https://support.atlassian.com/user-management/docs/manage-users/
import { jiraFromSeed } from './jira/load-seed';
import type { Seed } from './seed';

export function stateFromSeed(seed: Seed): State {
  const accountIds = new Map(seed.people.map((person) => [person.handle, person.accountId]));
  const idOf = (handle: string): string => accountIds.get(handle) ?? handle;
  const groupIds = new Map(seed.groups.map((group) => [group.name, group.id]));
  const state: State = {
    mode: seed.mode,
    rolesEmitAdminister: seed.rolesEmitAdminister,
    accessLists: seed.accessLists,
    siteAdmins: new Set(seed.siteAdmins.map(idOf)),
    appAccountId: idOf(seed.appAccount),
    accounts: new Map(seed.people.map((person) => [person.accountId, { ...person }])),
    groups: new Map(
      seed.groups.map((group) => [
        group.id,
        {
          ...group,
          grants: new Set(group.grants),
          listedAs: new Set(group.listedAs),
          members: new Set(group.members.map(idOf)),
        },
      ]),
    ),
    spaces: new Map(),
    roles: new Map(seed.roles.map((role) => [role.id, role])),
    nextPermissionId: 1000,
    jira: jiraFromSeed(seed.jira, idOf(seed.appAccount), (name) => groupIds.get(name) ?? idOf(name)),
  };
  for (const space of seed.spaces) {
    state.spaces.set(space.id, spaceFromSeed(space, state, idOf, groupIds));
  }
  return state;
}
