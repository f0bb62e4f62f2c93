// One call of `__forge_fetch__` as the history holds it.
import type { ForgeFetch } from '../../sandbox/forge/between';
import { isRecord, jsonBodyOf } from '../../sandbox/forge/json';
import { findRoute } from '../../sandbox/site/products';
import type { Call, CallAs, Invocation } from '../oracle/history';

/** Reads a call as it is sent. */
export function callOf(
  { descriptor, path, init }: ForgeFetch,
  { id: invocation, accountId }: Invocation,
  { id, at: sentAt, step: sentStep }: { id: number; at: number; step: number },
): Call {
  const method = init.method ?? 'GET';
  const told = isRecord(descriptor) ? descriptor : {};
  const kind = kindOf(told, path);
  const as = kind === 'rest' ? asOf(told, accountId) : ({ kind: 'none' } as const);
  const body = jsonBodyOf(init);
  const operationId = operationOf(kind, method, path);
  return { id, invocation, kind, as, method, path, operationId, body, sentAt, sentStep };
}

function kindOf({ type, remote }: Record<string, unknown>, path: string): Call['kind'] {
  if (type === 'kvs') return 'kvs';
  if (remote !== 'stargate') return 'rest';
  return path.startsWith('/webhook/queue/') ? 'queue' : 'report';
}

function asOf({ provider, accountId }: Record<string, unknown>, caller: string | undefined): CallAs {
  if (provider === 'app') return { kind: 'app' };
  if (provider !== 'user') return { kind: 'none' };
  if (accountId !== undefined) return { kind: 'impersonated', accountId: textOf(accountId) };
  return caller === undefined ? { kind: 'none' } : { kind: 'caller', accountId: caller };
}

function textOf(id: unknown): string {
  return typeof id === 'string' ? id : JSON.stringify(id);
}

function operationOf(kind: Call['kind'], method: string, path: string): string {
  if (kind === 'kvs') return path.replace('/api/v1/', '');
  if (kind !== 'rest') return path.split('/{')[0] ?? path;
  const [pathname = ''] = path.split('?');
  return (findRoute(method, pathname) ?? findRoute(method, `/wiki${pathname}`))?.row.operationId ?? 'unknown';
}
