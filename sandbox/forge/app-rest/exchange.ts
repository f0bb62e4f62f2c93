// Requests and answers between an HTTP client and the function behind a route. Atlassian documents the function's answer, not its
// argument; the sandbox passes a web trigger's request, as apps with routes expect.
// https://developer.atlassian.com/platform/forge/expose-forge-app-rest-apis/#step-4--implement-your-handlers
// https://www.npmjs.com/package/@forge/api (out/webTrigger.d.ts, type WebTriggerRequest)
import { z } from 'zod';

import { INVOCATION_LIMITS } from '../limits';

/** Headers that the platform doesn't pass on, such as the client's credentials. */
const KEPT_BACK = new Set(['authorization', 'cookie', 'host', 'connection', 'content-length', 'transfer-encoding']);

/** Builds the function's first argument. `path` begins after the app's address. */
export function payloadOf(request: Request, path: string, body: string): object {
  const { searchParams } = new URL(request.url);
  const headers = [...request.headers].filter(([name]) => !KEPT_BACK.has(name));
  return {
    method: request.method,
    path,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, [value]])),
    queryParameters: Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
    ...(body === '' ? {} : { body }),
  };
}

/** Expects a web trigger's result: https://developer.atlassian.com/platform/forge/events-reference/web-trigger/ */
const result = z.looseObject({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.array(z.string())).optional(),
  body: z.string().optional(),
});

const WITHOUT_BODY = new Set([204, 205, 304]);

/** Builds the answer that the function described. Throws if it described none. */
export function responseOf(returned: unknown): Response {
  const { statusCode: status, headers = {}, body } = result.parse(returned);
  if (body !== undefined && Buffer.byteLength(body) > INVOCATION_LIMITS.payloadBytes)
    throw new Error('The body is too large');
  return new Response(WITHOUT_BODY.has(status) ? null : (body ?? ''), { status, headers: headersOf(headers) });
}

/** Headers that only the platform sets, whatever the function returns. */
const NOT_THE_APPS = new Set(['set-cookie', 'connection', 'content-length', 'transfer-encoding']);

function headersOf(declared: Record<string, string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(declared)) {
    if (NOT_THE_APPS.has(name.toLowerCase())) continue;
    for (const value of values) headers.append(name, value);
  }
  return headers;
}
