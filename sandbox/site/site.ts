// An Atlassian Cloud site in this process: `fetch(request, identity)` answers like the REST APIs of Confluence and Jira.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import type { Clock, Ids } from '../contract/clock';
import type { Identity } from '../contract/identity';
import type { Quota, RequestRow, Site } from '../contract/site';
import { createRecentLog } from '../recent-log';
import { createModel, type Model } from './changes';
import { shownKey } from './confluence/model';
import { createRestFaults, type RestFaults } from './core/faults';
import { createLateEffects, type LateEffects } from './core/late-effects';
import { createNetwork } from './core/network';
import type { Spent } from './core/quota';
import { serve } from './core/serve';
import { customerNameOf, factsOf, ownerOf, peopleOf, personOf } from './directory';
import { issueOf } from './jira/directory';
import { projectsOf } from './jsm/directory';
import { stateFromSeed } from './load-seed';
import { changeOutside } from './outside-changes';
import { findRoute, quotaOf } from './products';
import type { Seed } from './seed';
import type { State } from './state';

/** Extends the contract's site with the parts that tests change behind the app's back. */
export interface SiteHost extends Site {
  model: Model;
  faults: RestFaults;
  lateEffects: LateEffects;
  /** Sets the limits and resets the counts. */
  setQuota: (limits: Quota) => void;
  /** Sets the delay before the site performs a call, in milliseconds. */
  setLatency: (ms: number) => void;
  /** Copies the state, and what the app spent of its quotas. */
  copy: () => SiteCopy;
  /** Replaces both by a copy. Limits stay. */
  load: (copy: SiteCopy) => void;
}

export interface SiteCopy {
  state: State;
  spent: ReadonlyMap<string, Spent>;
}

interface SiteParts {
  seed: Seed;
  clock: Clock;
  ids: Ids;
  /** Delay before the site performs a call, in milliseconds. */
  latencyMs?: number;
  /** Runs after each call that may change the site. */
  changed?: () => void;
}

type IssueListener = Parameters<Site['onIssueCreated']>[0];

/** Creates a site from a seed. */
export function createSite({ seed, clock, ids, latencyMs = 0, changed = () => {} }: SiteParts): SiteHost {
  const model = createModel(stateFromSeed(seed), ids);
  const log = createRecentLog<RequestRow>();
  const faults = createRestFaults();
  const lateEffects = createLateEffects(clock);
  const network = createNetwork({ clock, faults, lateEffects, latencyMs, quotaOf });
  const listeners: IssueListener[] = [];

  async function fetch(request: Request, identity: Identity): Promise<Response> {
    const { method } = request;
    const url = new URL(request.url);
    const startedAt = clock.now();
    const route = findRoute(method, url.pathname);
    const operation = route === undefined ? {} : { operationId: route.row.operationId };

    async function perform() {
      const served = await serve(request, identity, { url, model, clock, ids }, route);
      tell(listeners, model, served.created);
      if (method !== 'GET') changed();
      return served;
    }

    const delivery = await network.carry({ request, identity, ...operation }, perform);
    const path = `${url.pathname}${url.search}`;
    const times = { startedAt, endedAt: clock.now() };
    log.add(Object.assign(delivery.logged, { identity, method, path, ...operation, ...times }), path.length);
    if ('failure' in delivery) throw delivery.failure;
    return delivery.response;
  }

  return {
    ...directoryOf(model, seed),
    model,
    faults,
    lateEffects,
    fetch,
    requests: () => [...log.rows],
    clearRequests: () => log.clear(),
    change: (change) => changeOutside(model, change),
    onIssueCreated: (listener) => void listeners.push(listener),
    ...knobsOf(model, network),
  };
}

type Knobs = Pick<SiteHost, 'setQuota' | 'setLatency' | 'copy' | 'load'>;

/** Gives access to the site apart from its REST API. */
function knobsOf(model: Model, network: ReturnType<typeof createNetwork>): Knobs {
  return {
    setQuota: network.setQuota,
    setLatency: network.setLatency,
    copy: () => ({ state: stateOf(model), spent: network.spent() }),
    load: ({ state, spent }) => {
      Object.assign(model, structuredClone(state));
      network.loadSpent(spent);
    },
  };
}

/** Copies the model without its methods. */
function stateOf(model: Model): State {
  const state = Object.entries(model).filter(([, value]) => typeof value !== 'function');
  return structuredClone(Object.fromEntries(state)) as unknown as State;
}

function tell(listeners: readonly IssueListener[], { jira }: Model, issueId = ''): void {
  const issue = jira.issues.get(issueId);
  const project = jira.projects.get(issue?.projectId ?? '');
  if (issue !== undefined && project !== undefined) {
    const { id, key, projectId } = issue;
    listeners.forEach((listener) => listener({ id, key, projectId, projectKey: project.key }));
  }
}

/** Tells what the site is, who and what is on it, and whose an API token is. */
function directoryOf(
  model: Model,
  { cloudId, name, apiToken }: Seed,
): Omit<Site, 'fetch' | 'requests' | 'clearRequests' | 'change' | 'onIssueCreated'> {
  return {
    cloudId,
    name,
    people: () => peopleOf(model),
    person: (accountId) => personOf(model, accountId),
    customerName: (accountId) => customerNameOf(model, accountId),
    account: (accountId) => factsOf(model, accountId),
    authenticate: (email, token) => (token === apiToken ? ownerOf(model, email) : undefined),
    spaces: () => [...model.spaces.values()].map((space) => ({ id: space.id, key: shownKey(space), name: space.name })),
    projects: () => projectsOf(model.jira),
    issue: (idOrKey) => issueOf(model.jira, idOrKey),
  };
}
