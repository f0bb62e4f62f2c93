// Paths that exist only in the sandbox, for people who look into it and for scripts that attack it. Nothing of Atlassian's.
// What they reach is Forge's resolver call: https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/invoke/
import { z } from 'zod';

import type { FaultBoard, Forge, Site } from '../contract';
import { InvocationFailure } from './failure';
import { signInOf } from './sign-in';

const invocationBody = z.strictObject({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
const scheduledBody = z.strictObject({ moduleKey: z.string() });

const errorAnswer = (status: number, code: string, message: string): Response =>
  Response.json({ error: { code, message } }, { status });

/** What can be looked at and changed. */
interface Controlled {
  site: Site;
  forge: Forge;
  faults: FaultBoard;
}

/** Runs the app and says how it went: `{ result }`, or `{ error }` with 502. */
const answerRun = async (run: () => Promise<unknown>): Promise<Response> => {
  try {
    return Response.json({ result: await run() });
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) throw thrown;
    const { code, errorType, message } = thrown;
    return Response.json({ error: { code, errorType, message } }, { status: 502 });
  }
};

const bodyOf = async <T>(request: Request, schema: z.ZodType<T>): Promise<T | undefined> => {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body).data;
};

/** A resolver call as anybody who can reach a page could make it: any function key, any payload, any context. */
const invoke = async ({ site, forge }: Controlled, request: Request): Promise<Response> => {
  const signIn = signInOf(site, request);
  if (signIn === 'wrong credentials') return errorAnswer(401, 'UNAUTHORIZED', 'The credentials are wrong');
  const body = await bodyOf(request, invocationBody);
  if (body === undefined) return errorAnswer(400, 'INVALID_REQUEST', 'Send moduleKey, functionKey, payload, context');
  const { moduleKey, functionKey, payload, context } = body;
  const invocation = {
    moduleKey,
    functionKey,
    payload,
    ...(signIn.accountId === undefined ? {} : { accountId: signIn.accountId }),
    ...(context === undefined ? {} : { context }),
  };
  return answerRun(() => forge.invoke(invocation));
};

const runScheduled = async ({ forge }: Controlled, request: Request): Promise<Response> => {
  const body = await bodyOf(request, scheduledBody);
  if (body === undefined) return errorAnswer(400, 'INVALID_REQUEST', 'Send moduleKey');
  return answerRun(async () => (await forge.runScheduled(body.moduleKey)) ?? null);
};

const addFaults = async ({ faults }: Controlled, request: Request): Promise<Response> => {
  const fields = faults.offer(await request.json().catch(() => undefined));
  if (fields.length === 0) return Response.json(faults.list(), { status: 201 });
  const message = 'Send a fault or a list of faults';
  return Response.json({ error: { code: 'INVALID_REQUEST', message, fields } }, { status: 400 });
};

const clearFaults = ({ faults }: Controlled): Response => {
  faults.clear();
  return new Response(null, { status: 204 });
};

type Route = (controlled: Controlled, request: Request) => Response | Promise<Response>;

const ROUTES = new Map<string, Route>([
  ['GET /_sandbox/people', ({ site }) => Response.json(site.people())],
  ['GET /_sandbox/requests', ({ site }) => Response.json(site.requests())],
  ['POST /_sandbox/invoke', invoke],
  ['POST /_sandbox/scheduled', runScheduled],
  ['GET /_sandbox/faults', ({ faults }) => Response.json(faults.list())],
  ['POST /_sandbox/faults', addFaults],
  ['DELETE /_sandbox/faults', clearFaults],
]);

/** Answers the sandbox's own paths; 404 for anything else. */
export const answerControl = async (controlled: Controlled, request: Request): Promise<Response> => {
  const route = ROUTES.get(`${request.method} ${new URL(request.url).pathname}`);
  return route === undefined
    ? errorAnswer(404, 'NOT_FOUND', 'The sandbox has no such path')
    : route(controlled, request);
};
