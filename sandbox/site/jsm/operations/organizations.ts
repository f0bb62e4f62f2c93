// Organizations: all, one, and create.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import { z } from 'zod';

import { readBody, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { nextId } from '../../jira/model';
import type { Call, Row, Organization } from '../model';
import { requireOrganizationManager } from '../rules';
import { jsmPage, organizationJson } from './json';

const CLASSIC = ['manage:servicedesk-customer'];
const READ = 'read:organization:jira-service-management';

const nameSchema = z.object({ name: z.string().trim().min(1).max(255) });

export const organizationRows: readonly Row[] = [
  {
    operationId: 'getOrganizations',
    method: 'GET',
    path: '/rest/servicedeskapi/organization',
    scopes: [CLASSIC, [READ]],
    handler: (call) => organizationPage(call, [...call.model.jira.organizations.values()]),
  },
  {
    operationId: 'createOrganization',
    method: 'POST',
    path: '/rest/servicedeskapi/organization',
    scopes: [CLASSIC, [READ, 'write:organization:jira-service-management']],
    handler: createOrganization,
  },
  {
    operationId: 'getOrganization',
    method: 'GET',
    path: '/rest/servicedeskapi/organization/{organizationId}',
    scopes: [CLASSIC, [READ]],
    handler: (call) => ({ status: 200, json: organizationJson(call, namedOrganization(call)), objects: 1 }),
  },
];

/** Answers one page; only one person's organizations if the call names one. */
export function organizationPage(call: Call, all: readonly Organization[]): Answer {
  const accountId = call.url.searchParams.get('accountId');
  if (accountId !== null && !call.model.accounts.has(accountId)) {
    throw new Refusal(404, 'The user is not found.');
  }
  const { items, page } = jsmPage(
    call,
    all.filter(({ members }) => accountId === null || members.has(accountId)),
  );
  return { status: 200, json: page(items.map((one) => organizationJson(call, one))), objects: items.length };
}

export function existingOrganization({ model }: Call, id: string): Organization {
  const organization = model.jira.organizations.get(id);
  if (organization === undefined) {
    throw new Refusal(404, `The organization with the ID ${id} does not exist.`);
  }
  return organization;
}

/** Returns the path's organization. */
export function namedOrganization(call: Call): Organization {
  return existingOrganization(call, call.params['organizationId'] ?? '');
}

/** Creates an organization. If the name is taken, answers with the existing one. */
function createOrganization(call: Call): Answer {
  const { model, ids, clock } = call;
  requireOrganizationManager(model, call.actor);
  const { name } = readBody(call, nameSchema);
  const existing = [...model.jira.organizations.values()].find((one) => one.name === name);
  if (existing !== undefined) {
    return { status: 201, json: organizationJson(call, existing) };
  }
  const id = nextId(model.jira);
  const organization: Organization = { id, uuid: ids.uuid(), name, createdAt: clock.now(), members: new Set() };
  model.jira.organizations.set(id, organization);
  return { status: 201, json: organizationJson(call, organization) };
}
