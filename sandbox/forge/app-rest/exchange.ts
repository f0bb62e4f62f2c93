// What crosses between an HTTP client and the function behind a route. Atlassian documents what the function answers, not what it
// gets; the request is that of a web trigger, as apps with routes expect it.
// https://developer.atlassian.com/platform/forge/expose-forge-app-rest-apis/#step-4--implement-your-handlers
// https://www.npmjs.com/package/@forge/api (out/webTrigger.d.ts, type WebTriggerRequest)
import { z } from 'zod';

import { INVOCATION_LIMITS } from '../limits';

/** The client's credentials stay with the platform. */
const KEPT_BACK = new Set(['authorization', 'cookie', 'host', 'connection', 'content-length', 'transfer-encoding']);

/** The first argument of the function. `path` begins after the app's address. */
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

/** As a web trigger's: https://developer.atlassian.com/platform/forge/events-reference/web-trigger/ */
const result = z.looseObject({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.array(z.string())).optional(),
  body: z.string().optional(),
});

const WITHOUT_BODY = new Set([204, 205, 304]);

/** The answer that the function described. Throws if it is none. */
export function responseOf(returned: unknown): Response {
  const { statusCode: status, headers = {}, body } = result.parse(returned);
  if (body !== undefined && Buffer.byteLength(body) > INVOCATION_LIMITS.payloadBytes)
    throw new Error('The body is too large');
  return new Response(WITHOUT_BODY.has(status) ? null : (body ?? ''), { status, headers: headersOf(headers) });
}

/** Said by the platform, whatever the function says. */
const NOT_THE_APPS = new Set(['set-cookie', 'connection', 'content-length', 'transfer-encoding']);

function headersOf(declared: Record<string, string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(declared)) {
    if (NOT_THE_APPS.has(name.toLowerCase())) continue;
    for (const value of values) headers.append(name, value);
  }
  return headers;
}
