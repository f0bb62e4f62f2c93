import { AccountId, OrganizationId, ProjectId } from '../../../../src/shared/ids';
import { json, type scriptSite } from '../scripted-site';

export const PROJECT = ProjectId.parse('10001');
export const ORGANIZATION = OrganizationId.parse('7');
export const CUSTOMER = AccountId.parse('qm:8a1b:5ad6d3581db05e2a66fa80b');
export const ADDRESS = 'kim@example.com';

export function aServiceDesk(fields: Record<string, unknown> = {}) {
  return {
    id: '4',
    projectId: PROJECT,
    projectKey: 'SUP',
    projectName: 'Support',
    projectTypeKey: 'service_desk',
    ...fields,
  };
}

export const project = { projectId: PROJECT, key: 'SUP', name: 'Support', serviceDeskId: '4' };

export function aUser(fields: Record<string, unknown> = {}) {
  return {
    accountId: CUSTOMER,
    accountType: 'customer',
    emailAddress: ADDRESS,
    displayName: 'Kim',
    active: true,
    ...fields,
  };
}

/** One page as Jira Service Management answers it. */
export function aJsmPage(values: unknown[], isLastPage?: boolean): Response {
  return json({
    size: values.length,
    start: 0,
    limit: 50,
    ...(isLastPage === undefined ? {} : { isLastPage }),
    values,
  });
}

export function permission(key: string, havePermission: boolean): Response {
  return json({ permissions: { [key]: { key, havePermission } } });
}

/** What was sent: as whom, to which product, how, where, and what. */
export function sent(calls: ReturnType<typeof scriptSite>) {
  return calls.map(({ accountId, remote, method, path, query, body }) => [
    accountId,
    remote,
    method,
    path,
    query,
    body,
  ]);
}
