import { describe, it } from 'vitest';
import { z } from 'zod/mini';

import type { CallerFacts } from '../../../../src/broker/access';
import { forbidden as refuse, subjectOf } from '../../../../src/broker/errors';
import { createEndpoint } from '../../../../src/entry/call/endpoint';
import type { Action, ActionOf } from '../../../../src/entry/call/operations';
import type { Proof } from '../../../../src/entry/call/proofs';
import { createRefusalLimit } from '../../../../src/entry/call/refusal-limit';
import { GroupId, type SpaceId } from '../../../../src/shared/ids';
import { answerLost, devId, fails } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

const NOBODY: CallerFacts = {
  confluenceAdmin: false,
  siteAdmin: false,
  supportReader: false,
  nominee: false,
  spaceAdmin: false,
  jiraAdmin: false,
  agent: false,
};

interface Told {
  caller: string;
}

/** An endpoint with one read, one write and one write of a Confluence admin; the caller administers the space, if anything. */
function anEndpoint() {
  const world = aWorld();
  const seen = {
    proofs: 0,
    runs: [] as unknown[],
    facts: { ...NOBODY, spaceAdmin: true },
    thrown: undefined as unknown,
  };
  let hasContext = true;
  async function run(_ports: unknown, context: Told, payload: unknown) {
    seen.runs.push({ ...context, payload });
    if (seen.thrown !== undefined) throw seen.thrown;
    return 'done';
  }
  const payload = z.strictObject({
    name: z.string().check(z.maxLength(5)),
    filter: z.optional(z.strictObject({ who: z.string() })),
  });
  function row(action: Exclude<Action, ActionOf<'signedIn'>>) {
    return { payload, action, run };
  }
  const resolver = createEndpoint<Told>({
    rows: {
      read: row('readSpace'),
      write: row('createGroup'),
      adminWrite: row('saveRules'),
      anything: { ...row('readSpace'), payload: z.partial(payload) },
    },
    prove: async (_ports, _call, caller): Promise<Proof<Told>> => {
      seen.proofs += 1;
      const proved: { spaceId?: SpaceId } = seen.facts.spaceAdmin ? { spaceId: devId } : {};
      return { facts: seen.facts, context: hasContext ? { caller } : undefined, ...proved };
    },
    portsFor: () => world.ports,
    refusalLimit: createRefusalLimit(world.clock),
  });
  async function call(functionKey: string, given: { payload?: unknown; as?: string; site?: string } = {}) {
    return resolver(
      { call: { functionKey, payload: 'payload' in given ? given.payload : { name: 'x' } } },
      { principal: { accountId: given.as ?? 'ann' }, installContext: given.site ?? 'site-1' },
    );
  }
  function withoutContext() {
    hasContext = false;
  }
  return { world, seen, call, withoutContext };
}

function forbidden(reason: string) {
  return { ok: false, error: { code: 'FORBIDDEN', reason } };
}

describe('a call', () => {
  it('runs its use case with the parsed payload, as the caller, and answers its value', async ({ expect }) => {
    const { call, seen } = anEndpoint();
    expect(await call('write')).toEqual({ ok: true, value: 'done' });
    expect(seen.runs).toEqual([{ caller: 'ann', payload: { name: 'x' } }]);
  });

  it.for(['', 'nothing', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'READ'])(
    'of a function that is not in the table is answered without a proof: %j',
    async (functionKey, { expect }) => {
      const { call, seen, world } = anEndpoint();
      expect(await call(functionKey)).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'function' } });
      expect(seen).toMatchObject({ proofs: 0, runs: [] });
      expect(JSON.stringify(world.log.lines)).toContain('"functionKey":"unknown"');
    },
  );

  it('of nobody is refused without a proof', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    expect(await call('write', { as: 'unidentified' })).toEqual(forbidden('NOT_SIGNED_IN'));
    expect(seen).toMatchObject({ proofs: 0, runs: [] });
    expect(world.auditLog.refusals).toEqual([
      { at: '2026-11-21T10:00:00.000Z', action: 'createGroup', reason: 'NOT_SIGNED_IN' },
    ]);
  });

  it('with a wrong payload says which fields, without a proof and without a word in the audit', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    const answer = await call('write', { payload: { name: 'too long', more: 1 } });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: [{ field: 'name' }, { field: 'more' }] },
    });
    expect(seen).toMatchObject({ proofs: 0, runs: [] });
    expect(world.auditLog.refusals).toEqual([]);
  });

  it('with a wrong type of value says what was expected', async ({ expect }) => {
    const { call } = anEndpoint();
    expect(await call('write', { payload: { name: 7 } })).toMatchObject({
      error: { fields: [{ field: 'name', message: 'Invalid input: expected string, received number' }] },
    });
  });

  it.for([0, '', false, true, 'name', ['name']])(
    'with %j for a payload is told that it is none, not answered as if it had sent an empty one',
    async (payload, { expect }) => {
      const { call, seen } = anEndpoint();
      expect(await call('anything', { payload })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
      expect(seen).toMatchObject({ proofs: 0, runs: [] });
    },
  );

  it.for([undefined, null])('with %j for a payload sends an empty one', async (payload, { expect }) => {
    const { call, seen } = anEndpoint();
    expect(await call('anything', { payload })).toEqual({ ok: true, value: 'done' });
    expect(seen.runs).toEqual([{ caller: 'ann', payload: {} }]);
  });

  it('names an unknown field by where it stands', async ({ expect }) => {
    const { call } = anEndpoint();
    const answer = await call('write', { payload: { name: 'x', filter: { who: 'ann', spaceId: '20' } } });
    expect(answer).toMatchObject({ error: { fields: [{ field: 'filter.spaceId' }] } });
  });

  it('names each unknown field as that, a few of very many', async ({ expect }) => {
    const { call } = anEndpoint();
    function unknown(field: string) {
      return { field, message: 'Unknown field.' };
    }
    expect(await call('write', { payload: { name: 'x', more: 1, evenMore: 2 } })).toMatchObject({
      error: { fields: [unknown('more'), unknown('evenMore')] },
    });
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, number) => [`f${String(number)}`, 1]));
    const answer = await call('write', { payload: { name: 'x', ...many } });
    expect(answer).toMatchObject({ error: { fields: { length: 10 } } });
  });

  it('of somebody without the right runs nothing, and is recorded without a space', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.facts = NOBODY;
    expect(await call('write', { as: 'bob' })).toEqual(forbidden('NOT_SPACE_ADMIN'));
    expect(seen.runs).toEqual([]);
    expect(world.auditLog.refusals).toEqual([
      { at: '2026-11-21T10:00:00.000Z', caller: 'bob', action: 'createGroup', reason: 'NOT_SPACE_ADMIN' },
    ]);
  });

  it('that is refused and changes nothing goes to the log only', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.facts = NOBODY;
    expect(await call('read')).toEqual(forbidden('NOT_SPACE_ADMIN'));
    expect(world.auditLog.refusals).toEqual([]);
    expect(world.log.lines).toEqual([
      {
        level: 'info',
        event: 'call failed',
        fields: { functionKey: 'read', code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' },
      },
    ]);
  });

  it('that is refused at the door is recorded under the space that Confluence showed to the caller', async ({
    expect,
  }) => {
    const { call, world } = anEndpoint();
    expect(await call('adminWrite')).toEqual(forbidden('NOT_CONFLUENCE_ADMIN'));
    expect(world.auditLog.refusals).toMatchObject([{ action: 'saveRules', spaceId: devId }]);
  });

  it('that the use case refuses is recorded under the space, which is proved by then', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.thrown = fails({ code: 'FORBIDDEN', reason: 'GROUP_BLOCKED' });
    expect(await call('write')).toEqual(forbidden('GROUP_BLOCKED'));
    expect(world.auditLog.refusals).toMatchObject([{ spaceId: devId, caller: 'ann', reason: 'GROUP_BLOCKED' }]);
  });

  it('that the use case refuses names the group that the use case has read', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.thrown = refuse('GROUP_BLOCKED', subjectOf({ groupId: GroupId.parse('g-1'), name: 'dev-x' }));
    expect(await call('write')).toEqual(forbidden('GROUP_BLOCKED'));
    expect(world.auditLog.refusals).toMatchObject([{ spaceId: devId, groupId: 'g-1', groupName: 'dev-x' }]);
  });

  it('is refused if it is allowed but nothing was proved for the use case', async ({ expect }) => {
    const { call, seen, withoutContext } = anEndpoint();
    withoutContext();
    expect(await call('write')).toEqual(forbidden('NOT_SIGNED_IN'));
    expect(seen.runs).toEqual([]);
  });
});

describe('a failure', () => {
  it('of ours is answered as it is, and is no refusal', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.thrown = answerLost;
    expect(await call('write')).toEqual({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' } });
    expect(world.auditLog.refusals).toEqual([]);
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('of any other kind is answered with an id and nothing of itself', async ({ expect }) => {
    const { call, seen, world } = anEndpoint();
    seen.thrown = new Error('token=secret of bob@acme.example');
    const answer = await call('write');
    const correlationId = '00000000-0000-4000-8000-000000000001';
    expect(answer).toEqual({ ok: false, error: { code: 'INTERNAL', correlationId, changed: 'unknown' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(world.log.lines).toEqual([
      { level: 'error', event: 'call broke', fields: { functionKey: 'write', correlationId }, cause: seen.thrown },
    ]);
  });
});

describe('somebody who is refused again and again', () => {
  async function refusedTwenty(site?: string) {
    const endpoint = anEndpoint();
    endpoint.seen.facts = NOBODY;
    const given = site === undefined ? {} : { site };
    for (let n = 0; n < 20; n += 1) await endpoint.call('write', given);
    return endpoint;
  }

  it('is answered without any call from the 21st time in a minute on, whatever is asked', async ({ expect }) => {
    const { call, seen, world } = await refusedTwenty();
    const before = { proofs: seen.proofs, refusals: world.auditLog.refusals.length };
    seen.facts = { ...NOBODY, spaceAdmin: true };
    expect([await call('write'), await call('read')]).toEqual([
      forbidden('TOO_MANY_REFUSALS'),
      forbidden('TOO_MANY_REFUSALS'),
    ]);
    expect({ proofs: seen.proofs, refusals: world.auditLog.refusals.length }).toEqual(before);
  });

  it('may try again after a minute', async ({ expect }) => {
    const { call, seen, world } = await refusedTwenty();
    seen.facts = { ...NOBODY, spaceAdmin: true };
    world.clock.advance(60_000);
    expect(await call('write')).toEqual({ ok: true, value: 'done' });
  });

  it('keeps nobody else out, on the caller’s site or on another one', async ({ expect }) => {
    const { call, seen } = await refusedTwenty('site-1');
    seen.facts = { ...NOBODY, spaceAdmin: true };
    expect(await call('write', { as: 'bob', site: 'site-1' })).toMatchObject({ ok: true });
    expect(await call('write', { as: 'ann', site: 'site-2' })).toMatchObject({ ok: true });
  });
});
