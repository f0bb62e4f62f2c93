// Timers of the app's code go by the sandbox's clock; everybody else's by the computer's.
import { beforeEach, describe, it, vi } from 'vitest';

import { createVirtualClock } from '../../../support/virtual-clock';
import { createLab } from './lab';

const START = Date.parse('2026-11-21T10:00:00.000Z');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
});

function lab() {
  return createLab({}, { clock: createVirtualClock() });
}
function wait(ms: number) {
  return new Promise<number>((resolve) => setTimeout(() => resolve(Date.now() - START), ms));
}

describe('a timer of the app', () => {
  it('moves the sandbox’s clock, in the order of the times', async ({ expect }) => {
    const seen = await lab().run(() => Promise.all([wait(20_000), wait(6000)]));
    expect(seen).toEqual([20_000, 6000]);
  });

  it('hands on what it was given', async ({ expect }) => {
    function given(text: string) {
      return new Promise<string>((resolve) => setTimeout(resolve, 1000, text));
    }
    expect(await lab().run(() => given('word'))).toBe('word');
  });

  it('that was cleared never runs', async ({ expect }) => {
    const ran = vi.fn<() => void>();
    await lab().run(async () => {
      clearTimeout(setTimeout(ran, 1000));
      await wait(2000);
    });
    expect(ran).not.toHaveBeenCalled();
  });

  it('that keeps nothing running moves no clock, and runs if something else does', async ({ expect }) => {
    const ran = vi.fn<(at: number) => void>();
    const { run } = lab();
    await run(async () => {
      setTimeout(() => ran(Date.now() - START), 1000).unref();
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(Date.now()).toBe(START);
    await run(() => wait(5000));
    expect(ran.mock.calls).toEqual([[1000]]);
  });

  it('runs within its invocation', async ({ expect }) => {
    function runtime() {
      return Reflect.get(globalThis, '__forge_runtime__') as object | undefined;
    }
    const [before, later] = await lab().run(async () => {
      const own = runtime();
      return new Promise<[unknown, unknown]>((resolve) => setTimeout(() => resolve([own, runtime()]), 1000));
    });
    expect(later).toBe(before);
  });
});

describe('a timer of anybody else', () => {
  it('leaves the sandbox’s clock alone', async ({ expect }) => {
    createLab({}, { clock: createVirtualClock() });
    await wait(1);
    expect(Date.now()).toBe(START);
  });
});
