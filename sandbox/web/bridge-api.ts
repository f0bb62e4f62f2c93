// Requests of the product's page: resolver calls on behalf of the bridge, people, and what Atlassian saw.
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';

import type { ServedSandbox } from '../contract/served';
import type { Person } from '../contract/site';
import { findAccounts, findUsers, nameUser } from './people';
import { readSeen } from './seen';

const call = z.object({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  context: z.record(z.string(), z.unknown()).default({}),
});

/** Builds the routes under `/_bridge`. A failed invocation gets a regular answer, which the bridge turns into a rejection. */
export function bridgeApi(sandbox: ServedSandbox, viewerOf: (context: Context) => Person | undefined): Hono {
  const api = new Hono();
  api.post('/invoke', async (context) => {
    const request = call.safeParse(await context.req.json().catch(() => undefined));
    if (!request.success) return context.text('Expected { moduleKey, functionKey, payload, context } as JSON.', 400);
    const viewer = viewerOf(context);
    try {
      const value = await sandbox.invoke({ ...request.data, ...(viewer && { accountId: viewer.accountId }) });
      return context.json({ ok: true, value });
    } catch (error) {
      return context.json({ ok: false, message: messageOf(error) });
    }
  });
  api.get('/people', (context) => {
    const { id, q = '' } = context.req.query();
    const { site } = sandbox;
    const viewer = viewerOf(context);
    if (id === undefined) return context.json(findUsers(site, viewer, q));
    return context.json(viewer === undefined ? { id, name: 'Anonymous' } : nameUser(site, viewer, id));
  });
  api.get('/accounts', (context) => context.json(findAccounts(sandbox.site, context.req.query('q') ?? '')));
  api.get('/seen', (context) => context.json(readSeen(sandbox.site, context.req.query('only') === 'impersonated')));
  return api;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
