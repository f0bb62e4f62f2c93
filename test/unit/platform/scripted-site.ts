import { vi } from 'vitest';

import type { Log } from '../../../src/broker/ports';
import type { PrivilegedUserSetting } from '../../../src/broker/privileged-user/state';
import type { AreGranted } from '../../../src/platform/rest/granted-scopes';
import { createPauseGate } from '../../../src/platform/rest/pause-gate';
import type { RequestDeps } from '../../../src/platform/rest/request';
import { createSpending } from '../../../src/platform/rest/spending';
import { abortAfter } from '../../../src/platform/time';
import { AccountId, GroupId, SpaceId } from '../../../src/shared/ids';

export const LENDER = AccountId.parse('557058:lender-account');
export const PERSON = AccountId.parse('557058:some-person');
export const GROUP = GroupId.parse('6e87dc72-4f1f-421f-9382-2fee8b652487');
export const SPACE = SpaceId.parse('4711');

/** One call as it reached Forge. */
export interface SeenCall {
  /** `confluence` or `jira`. */
  remote: string;
  /** `asUser()`: undefined. */
  accountId: unknown;
  provider: string;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

interface Target {
  provider: string;
  remote: string;
  accountId?: unknown;
}

type Reply = Response | Error;

function seen({ provider, remote, accountId }: Target, path: string, init: RequestInit): SeenCall {
  const url = new URL(path, 'https://site.invalid');
  return {
    remote,
    accountId,
    provider,
    method: String(init.method),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(new Headers(init.headers)),
    body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
  };
}

/** Answers the app's calls from a list, or by a function of the call. A call too many has no answer: that fails the test's list. */
export function scriptSite(replies: Reply[] | ((call: SeenCall) => Reply)): SeenCall[] {
  const calls: SeenCall[] = [];
  vi.stubGlobal('__forge_fetch__', async (target: Target, path: string, init: RequestInit) => {
    const call = seen(target, path, init);
    calls.push(call);
    const reply = typeof replies === 'function' ? replies(call) : replies.shift();
    if (reply === undefined) throw new Error(`Unexpected ${call.method} ${call.path}`);
    if (reply instanceof Error) throw reply;
    return reply;
  });
  return calls;
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status });
}
export function status(code: number, headers: Record<string, string> = {}, body: string | null = null): Response {
  return new Response(body, { status: code, headers });
}
/** Forge's proxy in the product's place. */
export function proxyError(reason: string, code = 401): Response {
  return status(code, { 'forge-proxy-error': reason });
}
export function lost(): Error {
  return new TypeError('fetch failed');
}

export interface LogLine {
  level: string;
  event: string;
  fields: Record<string, unknown>;
}

function recordingLog(lines: LogLine[]): Log {
  function at(level: string) {
    return (event: string, fields: Record<string, unknown>) => {
      lines.push({ level, event, fields });
    };
  }
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A clock that only waiting moves, and a budget that it uses up. `setting`: what is stored of the privileged user. */
export function requestDeps({
  budgetMs = 20_000,
  random = 1,
  granted = () => true,
  setting = () => ({}),
}: {
  budgetMs?: number;
  random?: number;
  granted?: AreGranted;
  setting?: () => PrivilegedUserSetting;
} = {}): RequestDeps & {
  waits: number[];
  lines: LogLine[];
} {
  const waits: number[] = [];
  const lines: LogLine[] = [];
  const start = Date.UTC(2026, 10, 22);
  let now = start;
  const clock = { now: () => now };
  return {
    waits,
    lines,
    clock,
    pauseGate: createPauseGate(clock, async () => ({ privilegedUser: { value: setting(), version: 1 } })),
    deadline: { remainingMs: () => start + budgetMs - now },
    random: () => random,
    areGranted: granted,
    spending: createSpending(),
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    abortAfter,
    log: recordingLog(lines),
  };
}

export function aGroup(fields: Record<string, unknown> = {}) {
  return {
    type: 'group',
    id: GROUP,
    name: 'it-dev',
    ...fields,
  };
}

/** One page as REST v1 answers it. */
export function aPage(results: unknown[], fields: Record<string, unknown> = {}): Response {
  return json({ results, start: 0, limit: 200, size: results.length, _links: {}, ...fields });
}

/** What a promise rejects with, as data. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (thrown) {
    return thrown instanceof Error && 'failure' in thrown ? thrown.failure : thrown;
  }
  throw new Error('Nothing failed');
}
