// Forge's proxy: it routes each descriptor that the published packages pass to `__forge_fetch__`.
// https://www.npmjs.com/package/@forge/api (out/api/fetch.js), @forge/kvs (out/index.js), @forge/events (out/queries.js)
import type { ForgeFetch } from './between';
import { notModelled, proxyError } from './failure';
import { identityOf } from './identity';
import type { Installation } from './installation';
import { isRecord } from './json';
import type { KvsStore } from './kvs/kvs';
import { REPORT_ACCOUNTS, reportAccounts } from './privacy';
import { callProduct } from './product';
import type { Product } from './products';
import type { Chain } from './queue/chain';
import type { EventQueue } from './queue/queue';
import { asForgeRefuses } from './scope-refusals';

export interface Platform {
  installation: Installation;
  kvs: KvsStore;
  queue: EventQueue;
}

const REMOTES: ReadonlyMap<unknown, Product> = new Map([
  ['confluence', 'confluence'],
  ['jira', 'jira'],
]);

/** Says which invocation calls: the person present, if any, and its chain. */
interface Caller {
  accountId: string | undefined;
  chain: Chain;
}

/** Answers one call of `__forge_fetch__`. */
export async function answerForgeFetch(platform: Platform, caller: Caller, call: ForgeFetch): Promise<Response> {
  const { descriptor, path, init } = call;
  if (!isRecord(descriptor)) return notModelled('a call without a descriptor');
  const { type, remote, provider } = descriptor;
  if (type === 'kvs' && remote === 'kvs' && provider === 'app') return platform.kvs.answer(path, init);
  if (type !== 'fpp') return notModelled(`the service type ${String(type)}`);
  const product = REMOTES.get(remote);
  if (product !== undefined) return callAs(platform, product, { ...call, descriptor, caller: caller.accountId });
  if (remote === 'stargate' && provider === 'app') {
    return path === REPORT_ACCOUNTS
      ? reportAccounts(platform.installation, init)
      : platform.queue.answer(path, init, caller.chain);
  }
  return notModelled(`the remote ${String(remote)} as ${String(provider)}`);
}

const PROVIDERS = ['app', 'user', 'none'] as const;

async function callAs(
  { installation }: Platform,
  product: Product,
  { caller, descriptor, path, init }: ForgeFetch & { descriptor: Record<string, unknown>; caller: string | undefined },
): Promise<Response> {
  const provider = PROVIDERS.find((name) => name === descriptor['provider']);
  if (provider === undefined) return notModelled(`the provider ${String(descriptor['provider'])}`);
  if (descriptor['contextAri'] !== undefined) return notModelled('withContext()');
  if (product === 'jira' && installation.jira === 'absent') return notConnected(product);
  const identity = identityOf(installation, { product, provider, accountId: descriptor['accountId'] }, caller);
  if (identity instanceof Response) return identity;
  const answer = await callProduct(installation.site, { product, identity, path, init });
  return asForgeRefuses(installation, identity, answer);
}

/**
 * Refuses a call to Jira while the app isn't connected to it. Atlassian documents no code for this; it is the sandbox's own, and an
 * app must not depend on it. The status is that of `RequestProductNotAllowedError` in `@forge/api`.
 */
function notConnected(product: Product): Response {
  return proxyError(403, 'PRODUCT_NOT_CONNECTED', `The app is not connected to ${product}`);
}
