import type { Identity } from '../../../../sandbox/contract/identity';
import { ORIGIN } from '../../../unit/sandbox/site/world';

/** A call of REST, as whom, and the answer that it should get. */
export interface ExampleCall {
  identity: Identity;
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  operationId: string;
  status: number;
}

export function requestFor({ method, path, body, headers = {} }: ExampleCall): Request {
  const all = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
  const text = body === undefined ? null : JSON.stringify(body);
  return new Request(`${ORIGIN}${path}`, { method, headers: all, body: text });
}
