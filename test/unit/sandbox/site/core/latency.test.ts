import { describe, expect, test, vi } from 'vitest';

import type { Clock } from '../../../../../sandbox/contract/clock';
import { createRestFaults, RestFault } from '../../../../../sandbox/site/core/faults';
import { createLateEffects } from '../../../../../sandbox/site/core/late-effects';
import { createNetwork } from '../../../../../sandbox/site/core/network';
import { createVirtualClock } from '../../../../support/virtual-clock';

describe('latency', () => {
  function request() {
    return {
      request: new Request('https://acme.example/wiki/rest/api/group'),
      identity: { kind: 'app', scopes: [] } as const,
    };
  }
  function networkOf(clock: Clock, latencyMs: number, faults = createRestFaults()) {
    return createNetwork({
      clock,
      faults,
      lateEffects: createLateEffects(clock),
      latencyMs,
      quotaOf: () => 'confluence',
    });
  }
  async function perform() {
    return { response: new Response('done'), points: 1 };
  }

  test('every call takes the site’s latency, and a slow one longer, on the sandbox’s clock', async () => {
    const sleep = vi.fn<(ms: number) => Promise<void>>(async () => {});
    const faults = createRestFaults();
    const network = networkOf({ now: () => 0, sleep }, 40, faults);
    faults.add(RestFault.parse({ on: 'rest', delayMs: 300 }));
    await network.carry(request(), perform);
    expect(await network.carry(request(), perform)).toEqual({
      response: expect.any(Response) as Response,
      logged: { status: 200, points: 1 },
    });
    expect(sleep.mock.calls.map(([ms]) => ms)).toEqual([340, 40]);
  });

  test('calls side by side take as long as one, calls in a row as long as all', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const network = networkOf(createVirtualClock(), 200);
    async function call() {
      return network.carry(request(), perform);
    }
    await Promise.all([call(), call(), call()]);
    expect(Date.now()).toBe(200);
    await call();
    await Promise.all([call(), call().then(call)]);
    expect(Date.now()).toBe(800);
    vi.useRealTimers();
  });

  test('a caller who gives up on the sandbox’s clock has waited no longer than that', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const clock = createVirtualClock();
    const givingUp = new AbortController();
    void clock.sleep(20_000).then(() => givingUp.abort(new Error('Too slow')));
    const { request: plain, identity } = request();
    const call = { identity, request: new Request(plain, { signal: givingUp.signal }) };
    expect(await networkOf(clock, 60_000).carry(call, perform)).toMatchObject({ failure: { message: 'Too slow' } });
    await clock.sleep(1);
    expect(Date.now()).toBe(20_001);
    vi.useRealTimers();
  });

  test('a caller who gives up in between never reaches the site', async () => {
    const performed = vi.fn<typeof perform>(perform);
    const network = networkOf({ now: () => 0 }, 10_000);
    const { request: plain, identity } = request();
    const call = { identity, request: new Request(plain, { signal: AbortSignal.timeout(1) }) };
    expect(await network.carry(call, performed)).toEqual({
      failure: expect.objectContaining({ name: 'TimeoutError' }) as Error,
      logged: { status: 0, points: 0 },
    });
    expect(performed).not.toHaveBeenCalled();
  });
});
