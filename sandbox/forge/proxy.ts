// Forge's proxy: where each descriptor that the published packages give to `__forge_fetch__` goes.
// https://www.npmjs.com/package/@forge/api (out/api/fetch.js), @forge/kvs (out/index.js), @forge/events (out/queries.js)
import { notModelled } from './failure';
import { identityOf } from './identity';
import type { Installation } from './installation';
import { isRecord } from './json';
import type { KvsStore } from './kvs/kvs';
import { REPORT_ACCOUNTS, reportAccounts } from './privacy';
import { callConfluence } from './product';
import type { EventQueue } from './queue/queue';

export interface Platform {
  installation: Installation;
  kvs: KvsStore;
  queue: EventQueue;
}

const PROVIDERS = ['app', 'user', 'none'] as const;

const product = async (
  { installation }: Platform,
  descriptor: Record<string, unknown>,
  caller: string | undefined,
  path: string,
  init: RequestInit,
): Promise<Response> => {
  const provider = PROVIDERS.find((name) => name === descriptor['provider']);
  if (provider === undefined) return notModelled(`the provider ${String(descriptor['provider'])}`);
  if (descriptor['contextAri'] !== undefined) return notModelled('withContext()');
  const identity = identityOf(installation, { provider, accountId: descriptor['accountId'] }, caller);
  return identity instanceof Response ? identity : callConfluence(installation.site, identity, path, init);
};

/** Answers one call of `__forge_fetch__`. `caller` is the person present, if any. */
export const answerForgeFetch = async (
  platform: Platform,
  caller: string | undefined,
  descriptor: unknown,
  path: string,
  init: RequestInit,
): Promise<Response> => {
  if (!isRecord(descriptor)) return notModelled('a call without a descriptor');
  const { type, remote, provider } = descriptor;
  if (type === 'kvs' && remote === 'kvs' && provider === 'app') return platform.kvs.answer(path, init);
  if (type !== 'fpp') return notModelled(`the service type ${String(type)}`);
  if (remote === 'confluence') return product(platform, descriptor, caller, path, init);
  if (remote === 'stargate' && provider === 'app') {
    return path === REPORT_ACCOUNTS ? reportAccounts(platform.installation, init) : platform.queue.answer(path, init);
  }
  return notModelled(`the remote ${String(remote)} as ${String(provider)}`);
};
