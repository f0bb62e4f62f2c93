// Who has access to a space of the fake site, by roles or by permissions.
import { AppError } from '../../../src/broker/errors';
import type { SpaceAccessPort } from '../../../src/groups/confluence-ports';
import type { GroupId } from '../../../src/shared/ids';
import type { Journal } from './journal';
import type { Site } from './site';

const MOST_ITEMS = 1_000;

export function createSpaceAccess(site: Site, { run }: Journal): SpaceAccessPort {
  function rolesHeld(groupId: GroupId) {
    return site.spaceRoles?.filter(({ id }) =>
      site.roleAssignments.some((one) => one.groupId === groupId && one.roleId === id),
    );
  }
  return {
    read: async (spaceId) =>
      run({ call: 'read access', about: spaceId }, () => {
        const kind = site.spaceRoles === undefined ? ('permissions' as const) : ('roles' as const);
        const held =
          kind === 'permissions'
            ? site.permissions.map(({ groupId, permission }) => ({ groupId, what: permission }))
            : site.roleAssignments.map(({ groupId, roleId }) => ({
                groupId,
                what: site.spaceRoles?.find(({ id }) => id === roleId)?.name ?? roleId,
              }));
        const shown = held.slice(0, MOST_ITEMS);
        const groups = [...new Set(shown.map(({ groupId }) => groupId))].map((groupId) => ({
          groupId,
          access: shown.filter((one) => one.groupId === groupId).map(({ what }) => what),
        }));
        return { kind, groups, ...(held.length > MOST_ITEMS && { incomplete: true as const }) };
      }),
    roles: async (spaceId) => run({ call: 'read roles', about: spaceId }, () => site.spaceRoles),
    rolesOf: async (_spaceId, groupId) =>
      run({ call: 'read roles of group', about: groupId }, () => rolesHeld(groupId)),
    assign: async (spaceId, groupId, roleId) =>
      run({ call: 'assign role', about: groupId }, () => {
        const mayManage = site.operations.get(spaceId)?.some(({ operation }) => operation === 'administer') === true;
        if (site.spaceRoles === undefined || !mayManage) throw new AppError({ code: 'NOT_FOUND', what: 'space' });
        if (!site.spaceRoles.some(({ id }) => id === roleId)) {
          throw new AppError({ code: 'INVALID_INPUT', fields: [] });
        }
        site.roleAssignments = [...site.roleAssignments.filter((one) => one.groupId !== groupId), { groupId, roleId }];
      }),
  };
}
