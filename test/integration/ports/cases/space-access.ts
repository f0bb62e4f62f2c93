// What groups may do in a space, by roles or by permissions, and a role that is given.
import { expect } from 'vitest';

import { failureFrom } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { READ_FAILURES, WRITE_FAILURES } from '../failures';
import type { Stage } from '../stage';

const READS: Record<string, Call> = {
  'access read': {
    as: 'ann',
    call: 'read access',
    operationId: 'getSpacePermissionsAssignments',
    use: ({ spaceAccess }, { space }) => spaceAccess.read(space.spaceId),
  },
  roles: {
    as: 'ann',
    call: 'read roles',
    operationId: 'getAvailableSpaceRoles',
    use: ({ spaceAccess }, { space }) => spaceAccess.roles(space.spaceId),
  },
  rolesOf: {
    as: 'ann',
    call: 'read roles of group',
    operationId: 'getAvailableSpaceRoles',
    use: ({ spaceAccess }, { space, users }) => spaceAccess.rolesOf(space.spaceId, users),
  },
};

const ASSIGN: Record<string, Call> = {
  assign: {
    as: 'ann',
    call: 'assign role',
    operationId: 'setSpaceRoleAssignments',
    use: ({ spaceAccess }, { space, users, hasRoles }) => spaceAccess.assign(space.spaceId, users, hasRoles().viewer),
  },
};

function read({ run, space }: Stage) {
  return run('ann', ({ spaceAccess }) => spaceAccess.read(space.spaceId));
}

export const spaceAccessCases: Case[] = [
  {
    name: 'read: permissions, on a site without roles',
    play: async (stage) => {
      const { groupId } = stage.hasGroup('writers');
      stage.permits(groupId, 'read space');
      stage.permits(groupId, 'create page');
      const { kind, groups, ...rest } = await read(stage);
      expect({ kind, rest }).toEqual({ kind: 'permissions', rest: {} });
      expect(groups).toContainEqual({ groupId, access: ['read space', 'create page'] });
    },
  },
  {
    name: 'read, rolesOf: roles by name, on a site that has them; none of a group that was given none',
    play: async (stage) => {
      const { run, space } = stage;
      const [{ groupId }, other] = [stage.hasGroup('writers'), stage.hasGroup('readers')];
      const { viewer } = stage.hasRoles();
      await run('ann', ({ spaceAccess }) => spaceAccess.assign(space.spaceId, groupId, viewer));
      const { kind, groups } = await read(stage);
      expect(kind).toBe('roles');
      expect(groups).toContainEqual({ groupId, access: ['Viewer'] });
      expect(groups.map((one) => one.groupId)).not.toContain(other.groupId);
      const [its, none] = await run('ann', ({ spaceAccess }) =>
        Promise.all([groupId, other.groupId].map((id) => spaceAccess.rolesOf(space.spaceId, id))),
      );
      expect([its?.map(({ id, name }) => ({ id, name })), none]).toEqual([[{ id: viewer, name: 'Viewer' }], []]);
    },
  },
  {
    name: 'read: tells that there is more than it reads',
    play: async (stage) => {
      stage.hasRoles();
      stage.addAssignments(1001);
      expect(await read(stage)).toMatchObject({ kind: 'roles', incomplete: true });
    },
  },
  {
    name: 'roles, rolesOf: those of the space; undefined on a site without roles',
    play: async ({ run, space, users, hasRoles }) => {
      function roles() {
        return run('ann', ({ spaceAccess }) => spaceAccess.roles(space.spaceId));
      }
      expect(await roles()).toBeUndefined();
      expect(await run('ann', ({ spaceAccess }) => spaceAccess.rolesOf(space.spaceId, users))).toBeUndefined();
      const { admin, viewer } = hasRoles();
      const found = (await roles())?.map(({ id, name }) => [id, name]);
      expect(found).toEqual(
        expect.arrayContaining([
          [admin, 'Admin'],
          [viewer, 'Viewer'],
        ]),
      );
    },
  },
  {
    name: 'assign: in place of the role that the group has',
    play: async (stage) => {
      const { run, space } = stage;
      const { groupId } = stage.hasGroup('writers');
      const { admin, viewer } = stage.hasRoles();
      for (const role of [viewer, admin]) {
        await run('ann', ({ spaceAccess }) => spaceAccess.assign(space.spaceId, groupId, role));
      }
      expect((await read(stage)).groups).toContainEqual({ groupId, access: ['Admin'] });
    },
  },
  {
    name: 'assign fails: where there are no roles, for a role that there is not, and for whom may not manage roles',
    play: async ({ run, space, otherSpace, hasGroup, hasRoles }) => {
      const { groupId } = hasGroup('writers');
      function assign(spaceId: typeof space.spaceId, roleId: string) {
        return failureFrom(run('ann', ({ spaceAccess }) => spaceAccess.assign(spaceId, groupId, roleId)));
      }
      expect(await assign(space.spaceId, '104')).toMatchObject({ code: 'NOT_FOUND' });
      const { viewer } = hasRoles();
      expect(await assign(otherSpace.spaceId, viewer)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await assign(space.spaceId, '999')).toEqual({ code: 'INVALID_INPUT', fields: [] });
    },
  },
  ...failing(READS, READ_FAILURES),
  ...failing(ASSIGN, WRITE_FAILURES),
];
