// The example calls of the contract tests, each for the site and for the sandbox, and reasons to skip some.
import { findRoute } from '../../sandbox/site/products';
import { callsAbout } from '../../test/contract/sandbox/site/calls';
import type { ExampleCall } from '../../test/contract/sandbox/site/example-call';
import type { Subject } from '../../test/contract/sandbox/site/subject';
import { missingIn } from './missing';
import { variablesOf, type People } from './people';

export interface Pair {
  /** Names the call without any value: its operation, its path with placeholders, the parameters it uses. */
  title: string;
  kind: string;
  site: ExampleCall;
  sandbox: ExampleCall;
  /** Reason to skip the call; absent if it's compared. */
  reason?: string;
}

/** Pairs the calls, in the order to make them. */
export function pairsOf(site: Subject, sandbox: Subject, people: People): Pair[] {
  const twins = callsAbout(sandbox);
  return callsAbout(site).flatMap((call, index) => {
    const twin = twins[index];
    if (twin === undefined) return [];
    const reason = whyNot(call, twin, site, people);
    const kind = 'accountId' in call.identity ? call.identity.accountId : call.identity.kind;
    return [{ title: titleOf(call, kind), kind, site: call, sandbox: twin, ...(reason !== undefined && { reason }) }];
  });
}

function whyNot(call: ExampleCall, twin: ExampleCall, { checkGroup }: Subject, people: People): string | undefined {
  if (call.identity.kind !== 'basic') return "it is made as the app: Forge's proxy isn't compared";
  if (isWrite(call) && !isOnGroup(call, checkGroup)) return "a write that isn't on a check group";
  const kind = call.identity.accountId;
  if (!people.has(kind)) return `no ${kind} is given: ${variablesOf(kind)}`;
  const object = missingIn(textOf(call)) ?? missingIn(textOf(twin));
  return object === undefined ? undefined : `not given, or not there: ${object}`;
}

const READS_BY_POST = ['/wiki/api/v2/users-bulk', '/rest/api/3/permissions/check'];

function isWrite({ method, path }: ExampleCall): boolean {
  return method !== 'GET' && !READS_BY_POST.includes(path);
}

const GROUPS = '/wiki/rest/api/group';

function isOnGroup({ path, body }: ExampleCall, { id, name }: Subject['checkGroup']): boolean {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  if (pathname === GROUPS) return JSON.stringify(body) === JSON.stringify({ name });
  const groupId = searchParams.get(pathname === `${GROUPS}/by-id` ? 'id' : 'groupId');
  return pathname.startsWith(`${GROUPS}/`) && groupId === id;
}

function textOf({ path, body }: ExampleCall): string {
  return JSON.stringify({ path, body });
}

function titleOf({ method, path, operationId, body }: ExampleCall, kind: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const template = findRoute(method, pathname)?.row.path ?? pathname;
  const parameters = [...new Set(searchParams.keys())].join(', ');
  const fields = Object.keys(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}).join(', ');
  const given = [parameters, fields].filter((one) => one !== '').join('; ');
  return `${method} ${template} (${operationId}) as ${kind}${given === '' ? '' : ` with ${given}`}`;
}
