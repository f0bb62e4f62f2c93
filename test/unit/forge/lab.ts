import type { AppModule, Identity, RequestRow, Site } from '../../../sandbox/contract';
import { createForge } from '../../../sandbox/forge/forge';
import type { ForgeHost, ForgeParts } from '../../../sandbox/forge/forge';
import { manifestOf } from '../../../sandbox/forge/manifest';

export const CALLER = 'acc-caller';
export const LENDER = 'acc-lender';

/** Accounts of the stub site, by what is special about them. */
const ACCOUNTS = new Map([
  [CALLER, { accountType: 'atlassian', active: true, hasProductAccess: true }],
  ['acc-second', { accountType: 'atlassian', active: true, hasProductAccess: true }],
  [LENDER, { accountType: 'atlassian', active: true, hasProductAccess: true }],
  ['acc-deactivated', { accountType: 'atlassian', active: false, hasProductAccess: true }],
  ['acc-outside', { accountType: 'atlassian', active: true, hasProductAccess: false }],
  ['acc-app', { accountType: 'app', active: true, hasProductAccess: true }],
  ['qm:customer', { accountType: 'customer', active: true, hasProductAccess: true }],
] as const);

export interface SeenCall {
  identity: Identity;
  request: Request;
}

/** A site that answers every call with who called what. */
export const createStubSite = (onCall: (call: SeenCall) => void | Promise<void> = () => {}) => {
  const calls: SeenCall[] = [];
  const site: Site = {
    cloudId: 'cloud-1',
    name: 'Stub',
    fetch: async (request, identity) => {
      const call = { identity, request };
      calls.push(call);
      await onCall(call);
      const { pathname, search } = new URL(request.url);
      return Response.json({ identity, path: `${pathname}${search}` });
    },
    requests: (): RequestRow[] => [],
    clearRequests: () => {},
    people: () => [],
    account: (accountId) => ACCOUNTS.get(accountId as typeof CALLER),
    authenticate: () => undefined,
    spaces: () => [],
  };
  return { site, calls };
};

export const MANIFEST = {
  app: {
    id: 'ari:cloud:ecosystem::app/app-1',
    storage: {
      entities: [
        {
          name: 'employee',
          attributes: {
            team: { type: 'string' },
            name: { type: 'string' },
            age: { type: 'integer' },
            height: { type: 'float' },
            lead: { type: 'boolean' },
            notes: { type: 'any' },
          },
          indexes: ['age', { name: 'by-team', partition: ['team'], range: ['name'] }],
        },
      ],
    },
  },
  modules: {
    'confluence:globalSettings': [{ key: 'page', resolver: { function: 'page-resolver' } }],
    'confluence:spaceSettings': [{ key: 'bare-page', resolver: { function: 'missing-resolver' } }],
    scheduledTrigger: [{ key: 'nightly', function: 'nightly-run', interval: 'day' }],
    preUninstall: [{ key: 'goodbye', function: 'goodbye-run' }],
    consumer: [{ key: 'worker', queue: 'jobs', function: 'worker-run' }],
    function: [
      { key: 'page-resolver', handler: 'index.page' },
      { key: 'missing-resolver', handler: 'index.missing' },
      { key: 'nightly-run', handler: 'index.nightly', timeoutSeconds: 300 },
      { key: 'goodbye-run', handler: 'index.goodbye' },
      { key: 'worker-run', handler: 'index.worker' },
    ],
  },
  permissions: {
    scopes: {
      'storage:app': {},
      'read:space:confluence': {},
      'read:group:confluence': { allowImpersonation: true },
      'write:group:confluence': { allowImpersonation: true },
    },
  },
};

export const IMPERSONATION_SCOPES = ['read:group:confluence', 'write:group:confluence'];
export const ALL_SCOPES = Object.keys(MANIFEST.permissions.scopes);

export interface Lab {
  forge: ForgeHost;
  calls: SeenCall[];
  advance: (seconds: number) => void;
  /** Runs some code as the app's resolver, for one person or nobody (null), and gives its live result or error. */
  run: <T>(code: () => Promise<T>, accountId?: string | null) => Promise<T>;
}

interface ResolverPayload {
  call: { functionKey: string };
}

/** An app whose resolver runs whatever a test hands in. */
const scriptedApp = () => {
  const scripts = new Map<string, () => Promise<void>>();
  const page = async ({ call }: ResolverPayload): Promise<void> => scripts.get(call.functionKey)?.();
  const run = async <T>(forge: ForgeHost, code: () => Promise<T>, accountId: string | null): Promise<T> => {
    const functionKey = `script-${scripts.size}`;
    const outcome: { settled?: Promise<T> } = {};
    scripts.set(functionKey, async () => {
      outcome.settled = code();
      await outcome.settled.catch(() => {});
    });
    await forge.invoke({ moduleKey: 'page', functionKey, ...(accountId === null ? {} : { accountId }) });
    if (outcome.settled === undefined) throw new Error('The code did not run');
    return outcome.settled;
  };
  return { page, run };
};

/** The app on a stub site, on a clock that only moves when it is told to. */
export const createLab = (
  app: AppModule = {},
  { onCall, ...parts }: Partial<ForgeParts> & { onCall?: (call: SeenCall) => void | Promise<void> } = {},
): Lab => {
  const { site, calls } = createStubSite(onCall);
  const scripted = scriptedApp();
  let now = Date.UTC(2026, 10, 21);
  let count = 0;
  const forge = createForge({
    manifest: manifestOf(MANIFEST),
    app: { page: scripted.page, ...app },
    site,
    clock: { now: () => now },
    ids: { uuid: () => `id-${(count += 1)}` },
    ...parts,
  });
  return {
    forge,
    calls,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    run: (code, accountId = CALLER) => scripted.run(forge, code, accountId),
  };
};

/** What a promise rejects with. */
export const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('Nothing failed');
    },
    (failure: unknown) => failure,
  );
