// A customer, a service desk, an organization and a page of them as Jira Service Management's API writes them.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination
import { numberParam } from '../../core/call';
import type { Project } from '../../jira/model';
import { avatarUrls, TIME_ZONE } from '../../jira/operations/json';
import { projectTypeOf } from '../../jira/operations/projects';
import type { Account } from '../../people/model';
import { JSM_PAGE } from '../limits';
import type { Call, Organization, ServiceDesk } from '../model';
import { mayReadCustomerEmail } from '../rules';

interface JsmPage<T> {
  items: T[];
  /** Wraps the written items in a page. */
  page: (values: unknown[]) => unknown;
}

const ROOT = '/rest/servicedeskapi';

/** Takes one page of a list. Cuts a limit above the maximum; the answer names the limit used. */
export function jsmPage<T>(call: Call, all: readonly T[]): JsmPage<T> {
  const start = numberParam(call, 'start', 0);
  const limit = Math.min(numberParam(call, 'limit', JSM_PAGE.default), JSM_PAGE.max);
  const items = all.slice(start, start + limit);
  const isLastPage = start + items.length >= all.length;

  function linkTo(from: number): string {
    const url = new URL(call.url);
    url.searchParams.set('start', `${from}`);
    url.searchParams.set('limit', `${limit}`);
    return url.href;
  }

  const links = {
    base: `${call.url.origin}${ROOT}`,
    context: '',
    self: call.url.href,
    ...(isLastPage || items.length === 0 ? {} : { next: linkTo(start + limit) }),
    ...(start === 0 ? {} : { prev: linkTo(Math.max(0, start - limit)) }),
  };

  function page(values: unknown[]) {
    return {
      _expands: [],
      size: items.length,
      start,
      limit,
      isLastPage,
      _links: links,
      values,
    };
  }

  return { items, page };
}

/** Writes a customer, without a hidden email. */
export function customerJson(call: Call, account: Account) {
  const { accountId, name, email, status } = account;
  const jiraRest = `${call.url.origin}/rest/api/2/user?accountId=${encodeURIComponent(accountId)}`;
  return {
    accountId,
    ...(mayReadCustomerEmail(call.actor, account) ? { emailAddress: email } : {}),
    displayName: name,
    active: status === 'active',
    timeZone: TIME_ZONE,
    _links: { jiraRest, avatarUrls: avatarUrls(call), self: jiraRest },
  };
}

export function serviceDeskJson({ url }: Call, project: Project & { serviceDesk: ServiceDesk }) {
  const { id } = project.serviceDesk;
  return {
    id,
    projectId: project.id,
    projectName: project.name,
    projectKey: project.key,
    projectTypeKey: projectTypeOf(project),
    _links: { self: `${url.origin}${ROOT}/servicedesk/${id}` },
  };
}

export function organizationJson({ url }: Call, { id, uuid, name, createdAt }: Organization) {
  return {
    id,
    uuid,
    name,
    created: dateJson(createdAt),
    scimManaged: false,
    _links: { self: `${url.origin}${ROOT}/organization/${id}` },
  };
}

export function dateJson(time: number) {
  const iso = new Date(time).toISOString();
  return {
    iso8601: iso.replace(/\.\d+Z$/, '+0000'),
    jira: iso.replace('Z', '+0000'),
    friendly: iso.slice(0, 10),
    epochMillis: time,
  };
}
