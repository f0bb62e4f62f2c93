// The whole app on the demo site, in process: a fixture for integration tests. Nothing of src is replaced.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { vi } from 'vitest';
import type { z } from 'zod/mini';

import type { AppModule } from '../../sandbox/contract/forge';
import type { Identity } from '../../sandbox/contract/identity';
import type { RequestRow } from '../../sandbox/contract/site';
import { InvocationFailure } from '../../sandbox/forge/failure';
import type { KvsStore } from '../../sandbox/forge/kvs/kvs';
import { installSeams } from '../../sandbox/forge/seams';
import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import type { GlobalAnswers, SpaceAnswers } from '../../src/shared/groups/api';
import type { globalPayloads, spacePayloads } from '../../src/shared/groups/payloads';
import type { GroupRow } from '../../src/shared/groups/views';
import { AccountId, GroupId, SpaceId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { restApi } from './integration-api';
import { customerSide } from './integration-customers';
import { peopleIn, scanAtTheEnd } from './personal-data';
import { valueOf } from './results';
import { createVirtualClock } from './virtual-clock';

export { errorOf, valueOf } from './results';

// `@forge/api` keeps the globals that it finds when it is loaded.
installSeams();
/** Set by `npm run fidelity`: what Forge's own bundler made of src/index. */
const bundle = process.env['APP_BUNDLE'];
export const app =
  bundle === undefined
    ? await import('../../src/index')
    : (createRequire(import.meta.url)(resolve(bundle)) as AppModule);

const START = Date.parse('2026-11-21T10:00:00.000Z');

type GlobalKey = keyof GlobalAnswers & keyof typeof globalPayloads;
/** Modules whose resolvers a page calls. */
export type PageKey = 'global-settings' | 'space-settings' | 'customer-settings' | 'customers';
type SpaceKey = keyof SpaceAnswers & keyof typeof spacePayloads;
/** Whoever Forge would not even let in. */
export interface NotLetIn {
  ok: false;
  error: { code: string };
}

export function isPrivileged({ identity }: RequestRow): boolean {
  return identity.kind === 'user' && identity.impersonated;
}

/** Reads which groups give access: the one thing that is read as the privileged user before there is a grant. */
export function isProtectionRead(row: RequestRow): boolean {
  return isPrivileged(row) && row.operationId === 'getGroups' && row.path.includes('accessType=');
}

/** Calls that change the site. The lookup of accounts is a read by POST. */
export function isWrite({ method, operationId }: RequestRow): boolean {
  return method !== 'GET' && operationId !== 'createBulkUserLookup';
}

export type World = Awaited<ReturnType<typeof openSandbox>>;

/** An attempt, a refusal or an outcome as it is stored. */
export type AuditRecord = Record<string, unknown> & { id: string; kind: string; action: string };

/** The demo site with the app just installed. Time stands still until it is told to move. */
export async function openSandbox(
  seed: Partial<typeof demoSeed> = {},
  more: { jira?: 'absent'; app?: AppModule } = {},
) {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
  const apiToken = `api-token-${randomUUID()}`;
  // Its own cloudId: the app tells installations apart by it.
  const sandbox = await createSandbox({
    seed: { ...demoSeed, apiToken, cloudId: randomUUID(), ...seed },
    app,
    clock: createVirtualClock(),
    ...more,
  });
  const mustNotStay = new Set([apiToken]);
  function remember(typed: unknown): void {
    return peopleIn(typed).forEach((text) => mustNotStay.add(text));
  }
  scanAtTheEnd(sandbox, mustNotStay);
  const { site, forge } = sandbox;
  const { model } = site;
  // The inspector is the store itself; a test writes rows that the app would not.
  const kvs = forge.kvs as KvsStore;

  function id(handle: string) {
    return AccountId.parse(model.accountOf(handle).accountId);
  }
  function spaceId(key: string) {
    return SpaceId.parse(model.space(key).id);
  }
  function groupId(name: string) {
    return GroupId.parse(model.group(name).id);
  }
  function handleOf(accountId: string) {
    return model.accounts.get(accountId)?.handle ?? accountId;
  }
  function inSpace(key: string) {
    return { extension: { space: { id: spaceId(key), key } } };
  }

  /** A resolver call with anything in it. `handle` undefined: nobody is signed in. */
  async function call(
    moduleKey: PageKey,
    functionKey: string,
    payload: unknown,
    handle: string | undefined,
    context: Record<string, unknown> = {},
  ): Promise<Result<unknown> | NotLetIn> {
    const who = handle === undefined ? {} : { accountId: id(handle) };
    remember(payload);
    try {
      return (await sandbox.invoke({ moduleKey, functionKey, payload, context, ...who })) as Result<unknown>;
    } catch (thrown) {
      if (!(thrown instanceof InvocationFailure) || thrown.code !== 'INVOCATION_REFUSED') throw thrown;
      return { ok: false, error: { code: thrown.code } };
    }
  }
  async function asGlobal<Key extends GlobalKey>(
    handle: string,
    key: Key,
    payload: z.input<(typeof globalPayloads)[Key]>,
  ) {
    return (await call('global-settings', key, payload, handle)) as Result<GlobalAnswers[Key]>;
  }
  async function asSpace<Key extends SpaceKey>(
    handle: string,
    space: string,
    key: Key,
    payload: z.input<(typeof spacePayloads)[Key]>,
  ) {
    return (await call('space-settings', key, payload, handle, inSpace(space))) as Result<SpaceAnswers[Key]>;
  }

  const api = restApi({ sandbox, apiToken, remember: remember });
  const answerStorage = kvs.answer.bind(kvs);
  /** Runs right after the store performed a request of the app, before the app hears of it. */
  function onStorage(performed: (target: string, body: unknown) => unknown): void {
    kvs.answer = async (target, init) => {
      const response = await answerStorage(target, init);
      await performed(target, typeof init.body === 'string' ? JSON.parse(init.body) : undefined);
      return response;
    };
  }
  /** Changes what the store is asked, before it performs it. */
  function onStorageRequest(change: (body: string) => string): void {
    const answer = kvs.answer.bind(kvs);
    kvs.answer = async (target, init) =>
      answer(target, typeof init.body === 'string' ? { ...init, body: change(init.body) } : init);
  }
  const fetchSite = site.fetch.bind(site);
  /** Stands between Forge and the site: what it answers, the app gets; `pass` asks the site. */
  function onSite(
    answer: (request: Request, identity: Identity, pass: () => Promise<Response>) => Promise<Response>,
  ): void {
    site.fetch = async (request, identity) => answer(request, identity, async () => fetchSite(request, identity));
  }

  /** What was done as the privileged user, but for reading which groups give access. */
  function privilegedCalls() {
    return site.requests().filter((row) => isPrivileged(row) && !isProtectionRead(row));
  }
  function entity(name: string) {
    return (forge.kvs.dump().entities[name] ?? {}) as Record<string, Record<string, unknown>>;
  }
  /** The audit as it is stored, oldest first, each attempt with how it ended. */
  function auditRows(): AuditRecord[] {
    const outcomes = entity('audit-outcome');
    const rows = Object.entries(entity('audit-entry')).map(([key, row]) => {
      const ended = outcomes[key];
      const outcome = row['kind'] === 'refusal' ? 'refused' : (ended?.['outcome'] ?? 'open');
      const { code = row['code'], found } = ended ?? {};
      return { ...row, id: key, outcome, code, found } as unknown as AuditRecord;
    });
    return rows.toSorted((a, b) => String(a['sortKey']).localeCompare(String(b['sortKey'])));
  }
  async function store(target: string, body: object): Promise<void> {
    const { ok } = await kvs.answer(target, { body: JSON.stringify(body) });
    if (!ok) throw new Error(`The store refused ${target}`);
  }
  /** Ties a group to a space as no rule of the app would allow it. */
  async function forceRecord(
    group: string,
    space: string,
    more: Partial<GroupRow> & { lastChange?: string } = {},
  ): Promise<GroupId> {
    const key = groupId(group);
    const value = {
      site: 'site',
      groupId: key,
      sortKey: `${spaceId(space)}#${group.toLowerCase().replaceAll(' ', '_')}#${key}`,
      spaceId: spaceId(space),
      groupName: group,
      origin: 'adopted',
      deletable: true,
      grantsProductAccess: false,
      recordedBy: id('site-admin'),
      recordedAt: new Date().toISOString(),
      ...more,
    };
    await store('/api/v1/entity/set', { entityName: 'group-record', key, value });
    // As everybody does who adds a record.
    const mark = { version: 1 + Math.floor(Math.random() * 2 ** 31), content: {} };
    await store('/api/v1/entity/set', { entityName: 'setting', key: 'record-mark', value: mark });
    return key;
  }
  function advance(ms: number) {
    return vi.setSystemTime(Date.now() + ms);
  }
  /** Stores that the app works in all spaces, unless rules are stored already. */
  async function worksEverywhere(): Promise<void> {
    if (sandbox.forge.kvs.dump().entities['setting']?.['rules'] !== undefined) return;
    const value = { version: 1, content: { where: { spaces: 'all' } } };
    await store('/api/v1/entity/set', { entityName: 'setting', key: 'rules', value });
  }
  /** The site admin picks their own account as the privileged user. */
  async function configure(): Promise<void> {
    const { privilegedUser } = valueOf(await asGlobal('site-admin', 'openGlobalSettings', {}));
    const payload = { accountId: id('site-admin'), version: privilegedUser?.version ?? 0 };
    await worksEverywhere();
    const { outcome } = valueOf(await asGlobal('site-admin', 'savePrivilegedUser', payload));
    if (outcome !== 'active') throw new Error(`Not configured: ${outcome}`);
    advance(61_000);
    site.clearRequests();
  }
  /** A Confluence administrator pauses all changes, or resumes them. */
  async function setPaused(paused: boolean): Promise<void> {
    const version = Number(entity('setting')['privileged-user']?.['version'] ?? 0);
    valueOf(await asGlobal('confluence-admin', paused ? 'pauseChanges' : 'resumeChanges', { version }));
    site.clearRequests();
  }
  async function createGroup(handle: string, space: string, name: string): Promise<GroupRow> {
    const row = valueOf(await asSpace(handle, space, 'createGroup', { name }));
    site.clearRequests();
    return row;
  }
  return {
    ...sandbox,
    model,
    kvs,
    id,
    spaceId,
    groupId,
    handleOf,
    inSpace,
    call,
    asGlobal,
    asSpace,
    ...customerSide({ site, call }),
    api,
    remember,
    onStorage,
    onStorageRequest,
    onSite,
    privilegedCalls,
    entity,
    auditRows,
    store,
    forceRecord,
    advance,
    configure,
    setPaused,
    createGroup,
  };
}
