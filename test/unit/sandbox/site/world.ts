// The demo site for one test, with a way to call it as one of its people.
import type { Identity } from '../../../../sandbox/contract/identity';
import type { SiteMode } from '../../../../sandbox/site/confluence/model';
import type { ServiceDesk } from '../../../../sandbox/site/jsm/model';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';
import { createSite } from '../../../../sandbox/site/site';

/** Every scope that a modelled operation may ask for. */
export const ALL_SCOPES = [
  'read:confluence-groups',
  'write:confluence-groups',
  'read:confluence-user',
  'read:content-details:confluence',
  'read:user:confluence',
  'read:space:confluence',
  'read:configuration:confluence',
  'read:space.permission:confluence',
  'write:space.permission:confluence',
  'read:jira-user',
  'read:jira-work',
  'write:jira-work',
  'read:servicedesk-request',
  'manage:servicedesk-customer',
];

export const ORIGIN = 'https://acme.example';

/** What experimental operations want to see. */
export const OPT_IN = { 'x-experimentalapi': 'opt-in' };

export const VIEWER_ROLE = '104';

const GROUPS = '/wiki/rest/api/group';
const NOW = Date.parse('2026-11-21T10:00:00.000Z');

export interface Answered {
  status: number;
  headers: Headers;
  body: unknown;
}

export function aWorld() {
  let made = 0;
  const ids = { uuid: () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}` };
  let now = NOW;
  const site = createSite({ seed: demoSeed, clock: { now: () => now }, ids });
  const { model } = site;

  async function call(
    identity: Identity,
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answered> {
    const headers = new Headers(body === undefined ? more : { 'content-type': 'application/json', ...more });
    const text = body === undefined ? null : JSON.stringify(body);
    return send(identity, new Request(`${ORIGIN}${path}`, { method, headers, body: text }));
  }

  async function send(identity: Identity, request: Request): Promise<Answered> {
    const response = await site.fetch(request, identity);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** Someone's own client, as with HTTP Basic. */
  function basic(handle: string): Identity {
    return { kind: 'basic', accountId: model.accountOf(handle).accountId };
  }
  /** The app on someone's behalf. */
  function user(handle: string, scopes: readonly string[] = ALL_SCOPES): Identity {
    return {
      kind: 'user',
      accountId: model.accountOf(handle).accountId,
      scopes,
      impersonated: true,
    };
  }
  function app(scopes: readonly string[] = ALL_SCOPES): Identity {
    return { kind: 'app', scopes };
  }
  function as(identity: Identity) {
    return {
      get: async (path: string, headers: Record<string, string> = {}) =>
        call(identity, 'GET', path, undefined, headers),
      post: async (path: string, body?: unknown) => call(identity, 'POST', path, body),
      remove: async (path: string, body?: unknown, headers: Record<string, string> = {}) =>
        call(identity, 'DELETE', path, body, headers),
      createGroup: async (name: string) => call(identity, 'POST', GROUPS, { name }),
      deleteGroup: async (id: string) => call(identity, 'DELETE', `${GROUPS}/by-id?id=${id}`),
      addMember: async (groupId: string, accountId: string) =>
        call(identity, 'POST', `${GROUPS}/userByGroupId?groupId=${groupId}`, { accountId }),
      removeMember: async (groupId: string, accountId: string) =>
        call(
          identity,
          'DELETE',
          `${GROUPS}/userByGroupId?groupId=${groupId}&accountId=${encodeURIComponent(accountId)}`,
        ),
    };
  }
  function groupId(name: string) {
    return model.group(name).id;
  }
  function accountId(handle: string) {
    return model.accountOf(handle).accountId;
  }
  function spaceId(key: string) {
    return model.space(key).id;
  }
  function serviceDesk(key: string): ServiceDesk {
    const { serviceDesk } = model.project(key);
    if (serviceDesk === undefined) throw new Error(`${key} is no service desk`);
    return serviceDesk;
  }
  function advance(ms: number): void {
    now += ms;
  }
  return { site, model, now: () => now, advance, as, basic, user, app, send, groupId, accountId, spaceId, serviceDesk };
}

/** The demo site in one of its three modes, and ways into its space DEMO. */
export function inMode(mode: SiteMode) {
  const world = aWorld();
  world.model.setMode(mode);
  function path(rest: string) {
    return `/wiki/api/v2/spaces/${world.spaceId('DEMO')}/${rest}`;
  }
  async function operations(handle: string) {
    const { body } = await world.as(world.user(handle)).get(path('operations'));
    return (body as { operations: { operation: string; targetType: string }[] }).operations.map(
      ({ operation, targetType }) => `${operation}/${targetType}`,
    );
  }
  const group = { principalType: 'GROUP', principalId: world.groupId('devops-oncall') };
  async function assign(handle: string, entries: unknown = [{ principal: group, roleId: VIEWER_ROLE }]) {
    return world.as(world.user(handle)).post(path('role-assignments'), entries);
  }
  return { ...world, path, operations, group, assign };
}
