// Service desks: all that the caller may see, and one.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
import type { Answer } from '../../core/call';
import { Refusal, unmodelled } from '../../core/refusal';
import type { Project } from '../../jira/model';
import { canBrowse } from '../../jira/rules';
import { type Call, type Row, serviceDesksOf, type ServiceDesk } from '../model';
import { jsmPage, serviceDeskJson } from './json';

const READ = [['read:servicedesk-request'], ['read:servicedesk:jira-service-management']];

export const serviceDeskRows: readonly Row[] = [
  {
    operationId: 'getServiceDesks',
    method: 'GET',
    path: '/rest/servicedeskapi/servicedesk',
    scopes: READ,
    handler: getServiceDesks,
  },
  {
    operationId: 'getServiceDeskById',
    method: 'GET',
    path: '/rest/servicedeskapi/servicedesk/{serviceDeskId}',
    scopes: READ,
    handler: getServiceDeskById,
  },
];

/**
 * Returns the path's service desk: by its id, or by its project as `projectKey:SUP` or `projectId:10010`, as clients of the real API do.
 *
 * https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#project-identifiers
 */
export function existingServiceDesk({ model, params }: Call): Project & { serviceDesk: ServiceDesk } {
  const named = params['serviceDeskId'] ?? '';
  const [, kind = 'id', value] = /^(?:(projectKey|projectId):)?(\w+)$/.exec(named) ?? [];
  if (value === undefined) {
    throw unmodelled('this way to name a service desk');
  }
  const found = serviceDesksOf(model.jira).find(({ id, key, serviceDesk }) => {
    return value === { id: serviceDesk.id, projectId: id, projectKey: key }[kind];
  });
  if (found === undefined) {
    throw new Refusal(404, `The Service Desk with the ID ${named} does not exist.`);
  }
  return found;
}

function getServiceDesks(call: Call): Answer {
  const { model, actor } = call;
  const visible = serviceDesksOf(model.jira).filter((project) => canBrowse(model, actor.account, project));
  const { items, page } = jsmPage(call, visible);
  return { status: 200, json: page(items.map((one) => serviceDeskJson(call, one))), objects: items.length };
}

function getServiceDeskById(call: Call): Answer {
  const project = existingServiceDesk(call);
  if (!canBrowse(call.model, call.actor.account, project)) {
    throw new Refusal(403, 'You do not have permission to access this service desk.');
  }
  return { status: 200, json: serviceDeskJson(call, project), objects: 1 };
}
