// An Atlassian Cloud site in process: `fetch(request, identity)` answers as the REST APIs of Confluence and Jira would.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import type { Clock, Identity, Ids, Quota, RequestRow, Site } from '../contract';
import { createRecentLog } from '../recent-log';
import { createModel, type Model } from './changes';
import { V2_BODY_BYTES } from './confluence/limits';
import { shownKey } from './confluence/model';
import type { Answer, Call, Row } from './core/call';
import { createRestFaults, type RestFaults } from './core/faults';
import { admit } from './core/guard';
import { createLateEffects, type LateEffects } from './core/late-effects';
import { createNetwork } from './core/network';
import { pointsFor } from './core/points';
import { Refusal, refusalResponse, unmodelled } from './core/refusal';
import { customerNameOf, factsOf, ownerOf, peopleOf, personOf } from './directory';
import { issueOf, projectsOf } from './jira/directory';
import { stateFromSeed } from './load-seed';
import { findRow } from './operations';
import { changeOutside } from './outside-changes';
import type { Seed } from './seed';

interface SiteParts {
  seed: Seed;
  clock: Clock;
  ids: Ids;
  /** How long each call takes before the site performs it, in milliseconds. */
  latencyMs?: number;
  /** Called when a call may have changed the site. */
  changed?: () => void;
}

/** The contract's site, with what tests change behind the app's back. */
export interface SiteHost extends Site {
  model: Model;
  faults: RestFaults;
  lateEffects: LateEffects;
  /** Counts from zero, against these limits. */
  setQuota: (limits: Quota) => void;
}

type IssueListener = Parameters<Site['onIssueCreated']>[0];

/** Makes a site from a seed. */
export function createSite({ seed, clock, ids, latencyMs = 0, changed = () => {} }: SiteParts): SiteHost {
  const model = createModel(stateFromSeed(seed), ids);
  const log = createRecentLog<RequestRow>();
  const faults = createRestFaults();
  const lateEffects = createLateEffects(clock);
  const network = createNetwork({ clock, faults, lateEffects, latencyMs });
  const listeners: IssueListener[] = [];

  async function fetch(request: Request, identity: Identity): Promise<Response> {
    const url = new URL(request.url);
    const startedAt = clock.now();
    const found = findRow(request.method, url.pathname);
    const operation = found === undefined ? {} : { operationId: found.row.operationId };
    const context = { url, model, clock, ids, listeners };
    const perform = async () => {
      const answered = await answer(request, identity, context, found);
      if (request.method !== 'GET') changed();
      return answered;
    };
    const delivery = await network.carry({ request, identity, ...operation }, perform);
    const path = `${url.pathname}${url.search}`;
    const { method } = request;
    const times = { startedAt, endedAt: clock.now() };
    log.add(Object.assign(delivery.logged, { identity, method, path, ...operation, ...times }), path.length);
    if ('failure' in delivery) throw delivery.failure;
    return delivery.response;
  }

  return {
    cloudId: seed.cloudId,
    name: seed.name,
    model,
    faults,
    lateEffects,
    setQuota: network.setQuota,
    fetch,
    requests: () => [...log.rows],
    clearRequests: () => log.clear(),
    people: () => peopleOf(model),
    person: (accountId) => personOf(model, accountId),
    customerName: (accountId) => customerNameOf(model, accountId),
    account: (accountId) => factsOf(model, accountId),
    authenticate: (email, token) => (token === seed.apiToken ? ownerOf(model, email) : undefined),
    change: (change) => changeOutside(model, change),
    spaces: () => [...model.spaces.values()].map((space) => ({ id: space.id, key: shownKey(space), name: space.name })),
    projects: () => projectsOf(model.jira),
    onIssueCreated: (listener) => void listeners.push(listener),
    issue: (idOrKey) => issueOf(model.jira, idOrKey),
  };
}

async function answer(
  request: Request,
  identity: Identity,
  { listeners, ...context }: Pick<Call, 'url' | 'model' | 'clock' | 'ids'> & { listeners: readonly IssueListener[] },
  found: ReturnType<typeof findRow>,
): Promise<{ response: Response; points: number }> {
  const { url, model } = context;
  try {
    if (found === undefined) {
      throw unmodelled(`${request.method} ${url.pathname}`);
    }
    const { row, params } = found;
    const actor = admit(row, request, identity, model);
    requireModelled(row, url);
    const body = await bodyOf(request, row);
    const result = row.handler({ ...context, actor, params: decoded(params), body });
    tell(listeners, model, result.createdIssue);
    return { response: toResponse(result), points: pointsFor(identity, result) };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    const points = refusal.from === 'sandbox' ? 0 : pointsFor(identity, {});
    return { response: refusalResponse(refusal, url.pathname), points };
  }
}

function tell(listeners: readonly IssueListener[], { jira }: Model, issueId = ''): void {
  const issue = jira.issues.get(issueId);
  const project = jira.projects.get(issue?.projectId ?? '');
  if (issue !== undefined && project !== undefined) {
    const { id, key, projectId } = issue;
    listeners.forEach((listener) => listener({ id, key, projectId, projectKey: project.key }));
  }
}

function requireModelled({ method, path, notModelled }: Row, url: URL): void {
  const name = notModelled?.find((one) => url.searchParams.has(one));
  if (name !== undefined) {
    throw unmodelled(`${method} ${path}?${name}=`);
  }
}

function decoded(params: Readonly<Record<string, string>>): Call['params'] {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    throw new Refusal(400, 'The address has a malformed escape');
  }
}

async function bodyOf(request: Request, { path }: Row): Promise<Call['body']> {
  const text = await request.text();
  if (path.startsWith('/wiki/api/v2/') && Buffer.byteLength(text) > V2_BODY_BYTES) {
    throw new Refusal(413, 'The request is too large');
  }
  return { text, contentType: request.headers.get('content-type') ?? '' };
}

function toResponse({ status, json, headers }: Answer): Response {
  const init = { status, headers: headers ?? {} };
  return json === undefined ? new Response(null, init) : Response.json(json, init);
}
