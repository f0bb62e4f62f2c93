// Organizations of a service desk: read and add.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import { z } from 'zod';

import { readBody, type Answer } from '../../core/call';
import { MAX_INT32 } from '../../core/limits';
import type { Call, Row } from '../model';
import { requireAgentOf } from '../rules';
import { existingOrganization, organizationPage } from './organizations';
import { existingServiceDesk } from './service-desks';

const PATH = '/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization';
const CLASSIC = ['manage:servicedesk-customer'];
const READ = 'read:servicedesk.organization:jira-service-management';

const organizationSchema = z.object({ organizationId: z.int().min(0).max(MAX_INT32) });

export const serviceDeskOrganizationRows: readonly Row[] = [
  {
    // Atlassian's document has this id twice: for a service desk's organizations and for the site's.
    operationId: 'getOrganizations',
    method: 'GET',
    path: PATH,
    scopes: [CLASSIC, [READ]],
    handler: getServiceDeskOrganizations,
  },
  {
    operationId: 'addOrganization',
    method: 'POST',
    path: PATH,
    scopes: [CLASSIC, [READ, 'write:servicedesk.organization:jira-service-management']],
    handler: addOrganization,
  },
];

function getServiceDeskOrganizations(call: Call): Answer {
  const { model, actor } = call;
  const project = existingServiceDesk(call);
  requireAgentOf(model, actor, project);
  const all = [...model.jira.organizations.values()];
  return organizationPage(
    call,
    all.filter(({ id }) => project.serviceDesk.organizations.has(id)),
  );
}

/** Adds an organization; answers the same if it was already there. */
function addOrganization(call: Call): Answer {
  const project = existingServiceDesk(call);
  requireAgentOf(call.model, call.actor, project);
  const { organizationId } = readBody(call, organizationSchema);
  project.serviceDesk.organizations.add(existingOrganization(call, `${organizationId}`).id);
  return { status: 204 };
}
