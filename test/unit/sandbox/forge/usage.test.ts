// What functions use: their time on the sandbox's clock, by their memory.
import { Queue } from '@forge/events';
import { beforeEach, expect, it, vi } from 'vitest';

import { manifestOf } from '../../../../sandbox/forge/manifest';
import { createVirtualClock } from '../../../support/virtual-clock';
import { MANIFEST } from './app-manifest';
import { createLab, failureOf } from './lab';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.UTC(2026, 10, 21));
});

const NOTHING = { invocations: 0, ms: 0, gbSeconds: 0 };

async function wait(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** An app of 256 MB, whose consumer has 1 GB. */
function lab() {
  const functions = MANIFEST.modules.function.map((one) =>
    one.key === 'worker-run' ? { ...one, runtime: { memoryMB: 1024 } } : one,
  );
  const manifest = manifestOf({
    ...MANIFEST,
    app: { ...MANIFEST.app, runtime: { name: 'nodejs24.x', memoryMB: 256 } },
    modules: { ...MANIFEST.modules, function: functions },
  });
  const app = { worker: async () => wait(3), nightly: async () => wait(8) };
  return createLab(app, { clock: createVirtualClock(), manifest });
}

it('is summed by invocation: calls apart from what runs with nobody present', async () => {
  const { forge, run } = lab();
  await run(async () => {
    await wait(2);
    await new Queue({ key: 'jobs' }).push({ body: {} });
  });
  await forge.settle();
  await forge.runScheduled('nightly');
  expect(forge.usage.read()).toEqual({
    calls: { invocations: 1, ms: 2000, gbSeconds: 0.5 },
    background: { invocations: 2, ms: 11_000, gbSeconds: 3 + 2 },
  });
  forge.usage.clear();
  expect(forge.usage.read()).toEqual({ calls: NOTHING, background: NOTHING });
});

it('counts a function that fails or is stopped, for as long as it ran and was allowed to', async () => {
  const { forge, run } = lab();
  await failureOf(run(async () => wait(40)));
  expect(forge.usage.read().calls).toEqual({ invocations: 1, ms: 25_000, gbSeconds: 6.25 });
});

it('is by 512 MB where the manifest names no memory', async () => {
  const { forge, run } = createLab({}, { clock: createVirtualClock() });
  await run(async () => wait(1));
  expect(forge.usage.read().calls).toEqual({ invocations: 1, ms: 1000, gbSeconds: 0.5 });
});
