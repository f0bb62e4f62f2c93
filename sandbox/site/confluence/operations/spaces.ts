// Spaces: all, one, and the caller's operations in it.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
import { booleanParam, choiceParam, listParam, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { V2_INCLUDED, V2_SPACE_FILTER } from '../limits';
import type { Call, Row, Space } from '../model';
import { cursorPage } from '../paging';
import { canView } from '../rules';
import { permissionEntries } from './permission-json';
import { listedSpaceJson, operationsJson, spaceJson, viewableSpace } from './space-json';

const READ_SPACES = [['read:space:confluence']];

const TYPES = [
  'global',
  'collaboration',
  'knowledge_base',
  'personal',
  'system',
  'onboarding',
  'xflow_sample_space',
] as const;

export const spaceRows: readonly Row[] = [
  {
    operationId: 'getSpaces',
    method: 'GET',
    path: '/wiki/api/v2/spaces',
    scopes: READ_SPACES,
    notModelled: ['labels', 'favorited-by', 'not-favorited-by', 'description-format', 'include-icon'],
    handler: getSpaces,
  },
  {
    operationId: 'getSpaceById',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}',
    scopes: READ_SPACES,
    notModelled: [
      'description-format',
      'include-icon',
      'include-properties',
      'include-role-assignments',
      'include-labels',
    ],
    handler: getSpaceById,
  },
  {
    operationId: 'getSpaceOperations',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/operations',
    scopes: READ_SPACES,
    handler: getSpaceOperations,
  },
];

/** Lists spaces. Atlassian doesn't document whether the filter by key matches visible keys; here it doesn't. */
function getSpaces(call: Call): Answer {
  const ids = filterParam(call, 'ids');
  const keys = filterParam(call, 'keys');
  const type = choiceParam(call, 'type', TYPES);
  const status = choiceParam(call, 'status', ['current', 'archived', 'trashed']);
  if (ids?.some((id) => !/^\d+$/.test(id))) {
    throw new Refusal(400, 'The ids of spaces are numbers');
  }
  const visible = [...call.model.spaces.values()].filter(
    (space) =>
      (ids?.includes(space.id) ?? true) &&
      (keys?.includes(space.key) ?? true) &&
      (type === undefined || space.type === type) &&
      (status === undefined || space.status === status) &&
      canView(call.model, call.actor.account, space),
  );
  const { items, links, headers } = cursorPage(call, visible.toSorted(orderOf(call)));
  return { status: 200, headers, json: { results: items.map(listedSpaceJson), _links: links }, objects: items.length };
}

function filterParam(call: Call, name: string): string[] | undefined {
  const values = listParam(call, name);
  if (values.length > V2_SPACE_FILTER) {
    throw new Refusal(400, `The parameter ${name} takes ${V2_SPACE_FILTER} values at most`);
  }
  return call.url.searchParams.has(name) ? values : undefined;
}

function orderOf(call: Call): (a: Space, b: Space) => number {
  const sort = choiceParam(call, 'sort', ['id', '-id', 'key', '-key', 'name', '-name']) ?? 'id';
  const sign = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '');
  if (field === 'id') {
    return (a, b) => sign * (Number(a.id) - Number(b.id));
  }
  const by = field === 'key' ? 'key' : 'name';
  return (a, b) => sign * (a[by] < b[by] ? -1 : 1);
}

function getSpaceById(call: Call): Answer {
  const space = viewableSpace(call);

  function included(what: string, all: readonly unknown[]) {
    return booleanParam(call, `include-${what}`)
      ? { [what]: { results: all.slice(0, V2_INCLUDED), meta: { hasMore: all.length > V2_INCLUDED } } }
      : {};
  }

  const permissions = permissionEntries(call.model, space);
  const plain = spaceJson(space);
  const json = {
    ...plain,
    _links: { ...plain._links, base: `${call.url.origin}/wiki` },
    ...included('operations', operationsJson(call, space)),
    ...included('permissions', permissions),
  };
  const paidPermissions = booleanParam(call, 'include-permissions') ? Math.min(permissions.length, V2_INCLUDED) : 0;
  return { status: 200, json, objects: 1, people: paidPermissions };
}

/** Lists the caller's operations. Costs one permission object. */
function getSpaceOperations(call: Call): Answer {
  return { status: 200, json: { operations: operationsJson(call, viewableSpace(call)) }, people: 1 };
}
