// Who has access to a space, as the person who calls sees it.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/
import type { SpaceAccessPort } from '../../groups/confluence-ports';
import type { SpaceAccess, SpaceRole } from '../../shared/groups/views';
import { GroupId, type SpaceId } from '../../shared/ids';
import type { ReaderIdentity } from '../rest/identity';
import { send, type Parameters, type RequestDeps } from '../rest/request';
import { foundUnless } from '../rest/unless';
import { accessReads, accessWrites } from './access-operations';
import { cursorIn } from './cursor';

/** Creates the port. Its interface describes each method's answers. */
export function createSpaceAccess(deps: RequestDeps, identity: ReaderIdentity): SpaceAccessPort {
  return {
    read: async (spaceId) => (await readRoles(deps, identity, spaceId)) ?? readPermissions(deps, identity, spaceId),
    roles: (spaceId) => foundUnless(['NOT_FOUND'], () => rolesOfSpace(deps, identity, spaceId)),
    rolesOf: (spaceId, groupId) =>
      foundUnless(['NOT_FOUND'], () =>
        rolesBy(deps, identity, { 'space-id': spaceId, 'principal-type': 'GROUP', 'principal-id': groupId }),
      ),
    assign: async (spaceId, groupId, roleId) => {
      const body = [{ principal: { principalType: 'GROUP', principalId: groupId }, roleId }];
      await send(deps, accessWrites.setSpaceRoleAssignments, identity, { path: { id: spaceId }, body });
    },
  };
}

/** The largest page that each of these lists has. */
const ITEMS_A_PAGE = 250;
/** Most pages that one reading asks for: each item costs 2 points. */
const MOST_PAGES = 4;

async function rolesBy(deps: RequestDeps, identity: ReaderIdentity, query: Parameters['query']): Promise<SpaceRole[]> {
  const { results } = await send(deps, accessReads.getAvailableSpaceRoles, identity, {
    query: { ...query, limit: ITEMS_A_PAGE },
  });
  return results.map(({ id, name, description }) => ({ id, name, ...(description && { description }) }));
}

/** Reads the roles that there are. Undefined: there are none, so the site has no roles. */
async function rolesOfSpace(
  deps: RequestDeps,
  identity: ReaderIdentity,
  spaceId: SpaceId,
): Promise<SpaceRole[] | undefined> {
  const roles = await rolesBy(deps, identity, { 'space-id': spaceId });
  return roles.length === 0 ? undefined : roles;
}

/** Reads the role of each group. Undefined: the site has no roles. */
function readRoles(deps: RequestDeps, identity: ReaderIdentity, spaceId: SpaceId): Promise<SpaceAccess | undefined> {
  return foundUnless(['NOT_FOUND'], async () => {
    const [roles, { items, isComplete }] = await Promise.all([
      rolesOfSpace(deps, identity, spaceId),
      readPages((query) => send(deps, accessReads.getSpaceRoleAssignments, identity, { path: { id: spaceId }, query })),
    ]);
    if (roles === undefined) return undefined;
    const names = new Map(roles.map(({ id, name }) => [id, name]));
    const held = items.flatMap(({ principal, roleId }) =>
      principal?.principalType === 'GROUP'
        ? [{ groupId: principal.principalId, what: names.get(roleId) ?? roleId }]
        : [],
    );
    return accessOf('roles', held, isComplete);
  });
}

async function readPermissions(deps: RequestDeps, identity: ReaderIdentity, spaceId: SpaceId): Promise<SpaceAccess> {
  const { items, isComplete } = await readPages((query) =>
    send(deps, accessReads.getSpacePermissionsAssignments, identity, { path: { id: spaceId }, query }),
  );
  const held = items.flatMap(({ principal, operation }) =>
    principal?.type === 'group' && operation !== undefined
      ? [{ groupId: principal.id, what: `${operation.key} ${operation.targetType}` }]
      : [],
  );
  return accessOf('permissions', held, isComplete);
}

interface Page<Item> {
  results: Item[];
  _links?: { next?: unknown } | undefined;
}

async function readPages<Item>(readPage: (query: NonNullable<Parameters['query']>) => Promise<Page<Item>>) {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { results, _links } = await readPage({ limit: ITEMS_A_PAGE, ...(cursor !== undefined && { cursor }) });
    items.push(...results);
    cursor = cursorIn(_links?.next);
    if (cursor === undefined) return { items, isComplete: true };
  }
  return { items, isComplete: false };
}

/** Gathers by group. What isn't a group's id can't be one of this app's. */
function accessOf(
  kind: SpaceAccess['kind'],
  held: readonly { groupId: string; what: string }[],
  isComplete: boolean,
): SpaceAccess {
  const byGroup = new Map<GroupId, string[]>();
  for (const { groupId, what } of held) {
    const { data: id } = GroupId.safeParse(groupId);
    if (id !== undefined) byGroup.set(id, [...(byGroup.get(id) ?? []), what]);
  }
  const groups = [...byGroup].map(([groupId, access]) => ({ groupId, access }));
  return { kind, groups, ...(!isComplete && { incomplete: true as const }) };
}
