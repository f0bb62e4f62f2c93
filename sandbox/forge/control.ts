// Paths that exist only in the sandbox, for people who inspect it and scripts that attack it. Not part of Atlassian's products.
// They reach Forge's resolver call: https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/invoke/
import { z } from 'zod';

import type { Automation } from '../automation/automation';
import type { Clock } from '../contract/clock';
import type { FaultBoard } from '../contract/faults';
import type { Site } from '../contract/site';
import { answerConsent } from './app-rest/consent';
import { bodyOf, errorAnswer } from './control-answers';
import { letPass, showClock } from './control-clock';
import { InvocationFailure } from './failure';
import type { ForgeHost } from './forge';
import { signInOf } from './sign-in';

/** Holds the parts that these paths inspect and change. */
export interface Controlled {
  site: Site;
  forge: ForgeHost;
  faults: FaultBoard;
  automation: Automation;
  clock: Clock;
}

type Route = (controlled: Controlled, request: Request) => Response | Promise<Response>;

const invocationBody = z.strictObject({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
const scheduledBody = z.strictObject({ moduleKey: z.string() });

const ROUTES = new Map<string, Route>([
  ['GET /_sandbox/people', ({ site }) => Response.json(site.people())],
  ['GET /_sandbox/requests', ({ site }) => Response.json(site.requests())],
  ['DELETE /_sandbox/requests', clearRequests],
  ['POST /_sandbox/invoke', invoke],
  ['POST /_sandbox/scheduled', runScheduled],
  ['GET /_sandbox/clock', showClock],
  ['POST /_sandbox/clock', letPass],
  ['GET /_sandbox/usage', ({ forge }) => Response.json(forge.usage.read())],
  ['DELETE /_sandbox/usage', clearUsage],
  ['GET /_sandbox/faults', ({ faults }) => Response.json(faults.list())],
  ['POST /_sandbox/faults', addFaults],
  ['DELETE /_sandbox/faults', clearFaults],
  ['POST /_sandbox/faults/release', releaseEffects],
  ['POST /_sandbox/changes', changeOutside],
  ['GET /_sandbox/app-rest-apis', showAppRest],
  ['POST /_sandbox/oauth/token', ({ site, forge }, request) => answerConsent(site, forge.appRest, request)],
  ['GET /_sandbox/automation/rules', ({ automation }) => Response.json(automation.rules())],
  ['POST /_sandbox/automation/rules', addRule],
  ['GET /_sandbox/automation/runs', ({ automation }) => Response.json(automation.runs())],
]);

/** Answers the sandbox's own paths; 404 for anything else. */
export async function answerControl(controlled: Controlled, request: Request): Promise<Response> {
  const route = ROUTES.get(`${request.method} ${new URL(request.url).pathname}`);
  return route === undefined
    ? errorAnswer(404, 'NOT_FOUND', 'The sandbox has no such path')
    : route(controlled, request);
}

/** Makes a resolver call as anybody who can reach a page could: with any function key, payload and context. */
async function invoke({ site, forge }: Controlled, request: Request): Promise<Response> {
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
}

/** Runs the app and answers `{ result }`, or `{ error }` with 502. */
async function answerRun(run: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json({ result: await run() });
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) throw thrown;
    const { code, errorType, message } = thrown;
    return Response.json({ error: { code, errorType, message } }, { status: 502 });
  }
}

async function runScheduled({ forge }: Controlled, request: Request): Promise<Response> {
  const body = await bodyOf(request, scheduledBody);
  if (body === undefined) return errorAnswer(400, 'INVALID_REQUEST', 'Send moduleKey');
  return answerRun(async () => (await forge.runScheduled(body.moduleKey)) ?? null);
}

async function addFaults({ faults }: Controlled, request: Request): Promise<Response> {
  const fields = faults.offer(await request.json().catch(() => undefined));
  if (fields.length === 0) return Response.json(faults.list(), { status: 201 });
  return errorAnswer(400, 'INVALID_REQUEST', 'Send a fault or a list of faults', fields);
}

/** Forgets all faults, or those with one name. */
function clearFaults({ faults }: Controlled, request: Request): Response {
  const name = new URL(request.url).searchParams.get('name');
  if (name === null) faults.clear();
  else faults.forget(name);
  return new Response(null, { status: 204 });
}

function clearRequests({ site }: Controlled): Response {
  site.clearRequests();
  return new Response(null, { status: 204 });
}

function clearUsage({ forge }: Controlled): Response {
  forge.usage.clear();
  return new Response(null, { status: 204 });
}

async function releaseEffects({ faults }: Controlled): Promise<Response> {
  await faults.release();
  return new Response(null, { status: 204 });
}

async function changeOutside({ site }: Controlled, request: Request): Promise<Response> {
  const fields = site.change(await request.json().catch(() => undefined));
  if (fields.length === 0) return new Response(null, { status: 204 });
  return errorAnswer(400, 'INVALID_REQUEST', 'Send one change', fields);
}

function showAppRest({ forge: { appRest } }: Controlled): Response {
  const { basePath, scopes } = appRest;
  return Response.json({ enabled: appRest.isEnabled(), basePath, scopes });
}

async function addRule({ automation }: Controlled, request: Request): Promise<Response> {
  const offered = automation.offer(await request.json().catch(() => undefined));
  return 'rule' in offered
    ? Response.json(offered.rule, { status: 201 })
    : errorAnswer(400, 'INVALID_REQUEST', 'Send a rule that can be saved', offered.problems);
}
