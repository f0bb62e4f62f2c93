// Bad input by the thousand, sent to a call of a page; and what must hold whatever comes.
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import type { z } from 'zod/mini';

import type { Invocation } from '../../sandbox/contract/forge';
import type { RequestRow } from '../../sandbox/contract/site';
import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { bent, hostilePayload, hostileText, hostileValue } from './hostile-payloads';
import { app, isPrivileged, isWrite, type PageKey, type World } from './integration';
import { siteAndKept } from './kept';

/** What the app must not tell of itself. */
export const INSIDES = /\n\s+at |node_modules|\/src\/|[A-Z]\w+Error\b/;

export type Answer = Awaited<ReturnType<World['call']>>;

export interface FuzzedCall {
  page: PageKey;
  key: string;
  schema: z.ZodMiniType;
}

interface Fuzz<W extends World> {
  /** The same examples in every run; a failure names its own. */
  seed: number;
  /** Ids that exist, to be tried where a pattern asks for one. */
  idsOf: (world: W) => readonly string[];
  /** Where an honest page would be. */
  contextOf: (world: W) => Invocation['context'];
  /** What holds for every answer, of whatever input. */
  expectTyped: (answer: Answer) => void;
}

/** The calls of a page, with what each takes. */
export function fuzzedCalls(page: PageKey, payloads: Readonly<Record<string, z.ZodMiniType>>): FuzzedCall[] {
  return Object.entries(payloads).map(([key, schema]) => ({ page, key, schema }));
}

/** Sends bad input as people without rights: each is refused, nothing changes, and nobody is impersonated. */
export async function expectRefusals<W extends World>(
  world: W,
  { page, key, schema }: FuzzedCall,
  { seed, idsOf, contextOf, expectTyped }: Fuzz<W>,
  strangers: readonly (string | undefined)[],
): Promise<void> {
  world.site.clearRequests();
  const before = siteAndKept(world);
  const contexts = bent(fc.constant(contextOf(world))).map((it) => Object(it) as NonNullable<Invocation['context']>);
  const handles = fc.constantFrom(...strangers);
  await fc.assert(
    fc.asyncProperty(hostilePayload(schema, idsOf(world)), contexts, handles, async (sent, context, handle) => {
      world.advance(61_000);
      const answer = await world.call(page, key, sent, handle, context);
      expectTyped(answer);
      expect(answer.ok).toBe(false);
    }),
    { seed, numRuns: 25 },
  );
  expect(world.requests().filter(isEffect)).toEqual([]);
  expect(siteAndKept(world)).toEqual(before);
}

/** Sends bad input as somebody with rights: no call at all is made for what the schema refuses. `alsoHolds` is asked after each answer. */
export async function expectAnswers<W extends World>(
  world: W,
  { page, key, schema }: FuzzedCall,
  { seed, idsOf, contextOf, expectTyped }: Fuzz<W>,
  { handle, alsoHolds }: { handle: string; alsoHolds: (answer: Answer) => void },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(hostilePayload(schema, idsOf(world)), async (sent) => {
      world.advance(61_000);
      world.site.clearRequests();
      const stored = world.forge.kvs.requests().length;
      const answer = await world.call(page, key, sent, handle, contextOf(world));
      expectTyped(answer);
      alsoHolds(answer);
      const { payload } = JSON.parse(JSON.stringify({ payload: sent })) as { payload?: unknown };
      if (schema.safeParse(payload ?? {}).success) return;
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
      expect(world.requests()).toEqual([]);
      expect(world.forge.kvs.requests()).toHaveLength(stored);
    }),
    { seed, numRuns: 40 },
  );
}

/** Sends bad input, and what is almost valid, as somebody with rights while all changes are paused: no call is made as the privileged user. */
export async function expectPause<W extends World>(
  world: W,
  { page, key, schema }: FuzzedCall,
  { seed, idsOf, contextOf, expectTyped }: Fuzz<W>,
  { handle, valid }: { handle: string; valid: object },
): Promise<void> {
  await world.setPaused(true);
  const given = fc.constant(valid);
  const sent = fc.oneof(given, bent(given), hostilePayload(schema, idsOf(world)));
  await fc.assert(
    fc.asyncProperty(sent, async (payload) => {
      // What was known of the privileged user is old by then.
      world.advance(61_000);
      expectTyped(await world.call(page, key, payload, handle, contextOf(world)));
    }),
    { seed, numRuns: 25 },
  );
  expect(world.requests().filter(isPrivileged)).toEqual([]);
}

/** Calls functions that there aren't: not found, without any call. */
export async function expectNoFunctions<W extends World>(
  world: W,
  pages: readonly PageKey[],
  { seed, contextOf }: Fuzz<W>,
  numRuns: number,
): Promise<void> {
  world.site.clearRequests();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), hostileText, hostileValue, async (page, key, sent) => {
      const answer = await world.call(page, key, sent, 'site-admin', contextOf(world));
      expect(answer).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'function' } });
    }),
    { seed, numRuns },
  );
  expect(world.requests()).toEqual([]);
}

/** Tells whether a call acts as the privileged user, or changes the site. */
export function isEffect(row: RequestRow): boolean {
  return isPrivileged(row) || isWrite(row);
}

/** The demo site, whose functions get other arguments than Forge would give them. */
export async function withArguments(args: { current: unknown[] }) {
  vi.useFakeTimers({ toFake: ['Date'] });
  type Handler = (...given: unknown[]) => unknown;
  const forged = Object.entries(app).map(([name, handler]): [string, Handler] => [
    name,
    () => (handler as Handler)(...args.current),
  ]);
  return createSandbox({ seed: demoSeed, app: Object.fromEntries(forged) });
}
