// What a call to Confluence costs in points: the app counts it as the sandbox does, which was written from Atlassian's page on its own.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import { describe, it } from 'vitest';

import { confluenceOperations } from '../../../src/platform/confluence/operations';
import type { Operation } from '../../../src/platform/rest/operation';
import { createSpending } from '../../../src/platform/rest/spending';
import { aWorld } from '../../unit/sandbox/site/world';
import { exampleCalls } from '../sandbox/site/calls';
import { requestFor } from '../sandbox/site/example-call';

const ROWS: ReadonlyMap<string, Operation> = new Map(Object.entries(confluenceOperations));

/** Every example call of an operation of the app's, with both counts. The sandbox counts nothing for people's own clients. */
async function counted(mode: 'PRE_ROLES' | 'ROLES_TRANSITION') {
  const world = aWorld();
  world.model.setMode(mode);
  const all: { call: string; operationId: string; status: number; app: number; sandbox: number }[] = [];
  for (const example of exampleCalls(world)) {
    const { operationId, identity, method, path } = example;
    const { status, body } = await world.send(identity, requestFor(example));
    const row = path.startsWith('/wiki/') ? ROWS.get(operationId) : undefined;
    if (row === undefined || (identity.kind !== 'user' && identity.kind !== 'app')) continue;
    const spending = createSpending();
    spending.note(row, { status, ok: status < 300, body: '', json: body, nearLimit: false, fromForge: false });
    const sandbox = world.site.requests().at(-1)?.points ?? 0;
    all.push({ call: `${method} ${path}`, operationId, status, app: spending.spent(), sandbox });
  }
  return all;
}

describe.for(['PRE_ROLES', 'ROLES_TRANSITION'] as const)('on a site in %s', (mode) => {
  it('each call costs the app what the sandbox counts', async ({ expect }) => {
    const calls = await counted(mode);
    expect(calls.filter(({ app, sandbox }) => app !== sandbox)).toEqual([]);
    const answered = new Set(calls.flatMap(({ status, operationId }) => (status < 300 ? operationId : [])));
    if (mode === 'ROLES_TRANSITION') expect([...ROWS.keys()].filter((id) => !answered.has(id))).toEqual([]);
  });
});
