// Groups, by id: read, search, create, delete.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/
import { z } from 'zod';

import { booleanParam, choiceParam, readBody, requiredParam, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { emptyGroup, groupNamed, LISTED_ACCESS, type Group } from '../../people/model';
import { GROUP_NAME_LENGTH, V1_GROUP_PAGE } from '../limits';
import type { Call, Row } from '../model';
import { offsetPage } from '../paging';
import { listedGroups, requireOwnedByAdmins, requireSiteAdmin } from '../rules';
import { groupJson } from './user-json';

const READ_GROUPS = [['read:confluence-groups'], ['read:group:confluence']];

const groupNameSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(GROUP_NAME_LENGTH)
    .refine((name) => name === name.trim() && !/\p{Cc}/u.test(name)),
});

export const groupRows: readonly Row[] = [
  { operationId: 'getGroups', method: 'GET', path: '/wiki/rest/api/group', scopes: READ_GROUPS, handler: getGroups },
  {
    operationId: 'createGroup',
    method: 'POST',
    path: '/wiki/rest/api/group',
    scopes: [['write:confluence-groups'], ['read:group:confluence', 'write:group:confluence']],
    handler: createGroup,
  },
  {
    operationId: 'getGroupByGroupId',
    method: 'GET',
    path: '/wiki/rest/api/group/by-id',
    scopes: READ_GROUPS,
    handler: getGroupByGroupId,
  },
  {
    operationId: 'removeGroupById',
    method: 'DELETE',
    path: '/wiki/rest/api/group/by-id',
    scopes: [['write:confluence-groups'], ['write:group:confluence']],
    handler: removeGroupById,
  },
  {
    operationId: 'searchGroups',
    method: 'GET',
    path: '/wiki/rest/api/group/picker',
    scopes: READ_GROUPS,
    handler: searchGroups,
  },
];

/** Answers one page of groups in the order of their names. */
export function groupPage(call: Call, groups: readonly Group[], totalSize?: number): Answer {
  const sorted = groups.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const { items, start, limit, links } = offsetPage(call, sorted, V1_GROUP_PAGE);
  const results = items.map((group) => groupJson(call, group));
  const total = totalSize === undefined ? {} : { totalSize };
  return {
    status: 200,
    json: { results, start, limit, size: items.length, ...total, _links: links },
    people: items.length,
  };
}

export function existingGroup({ model }: Call, groupId: string): Group {
  const group = model.groups.get(groupId);
  if (group === undefined) {
    throw new Refusal(404, `No group with the id ${groupId}`);
  }
  return group;
}

function getGroups(call: Call): Answer {
  const access = choiceParam(call, 'accessType', LISTED_ACCESS);
  const { model, actor } = call;
  return groupPage(
    call,
    access === undefined ? [...model.groups.values()] : listedGroups(model, actor.account, access),
  );
}

function createGroup(call: Call): Answer {
  requireSiteAdmin(call.model, call.actor);
  const { name } = readBody(call, groupNameSchema);
  if (groupNamed(call.model, name) !== undefined) {
    throw new Refusal(400, 'A group with this name exists');
  }
  const group = emptyGroup(call.ids.uuid(), name);
  call.model.groups.set(group.id, group);
  return { status: 201, json: groupJson(call, group) };
}

function getGroupByGroupId(call: Call): Answer {
  return { status: 200, json: groupJson(call, existingGroup(call, requiredParam(call, 'id'))), people: 1 };
}

function removeGroupById(call: Call): Answer {
  requireSiteAdmin(call.model, call.actor);
  const group = existingGroup(call, requiredParam(call, 'id'));
  requireOwnedByAdmins(group);
  call.model.deleteGroup(group.id);
  return { status: 204 };
}

/** Matches part of a name, case-sensitively, as Jira's picker does: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
function searchGroups(call: Call): Answer {
  const query = requiredParam(call, 'query');
  const groups = [...call.model.groups.values()].filter(({ name }) => name.includes(query));
  return groupPage(call, groups, booleanParam(call, 'shouldReturnTotalSize') ? groups.length : undefined);
}
