// Processes that simulate worlds, some at once, each a few after another.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Options } from './options';
import type { Outcome } from './report/outcome';

/** Worlds of one process, at most: loading takes as long as one of them. */
const WORLDS = 25;

/** Simulates worlds, and gives each outcome as it comes. Begins no process once the seconds are over. Once it's told to stop, ends those that are under way, and throws. */
export async function simulateApart(
  options: Options,
  told: (outcome: Outcome) => void,
  stop?: AbortSignal,
): Promise<void> {
  const { seed, seeds, workers, seconds } = options;
  const beganAt = performance.now();
  const most = Math.max(1, Math.min(WORLDS, Math.ceil(seeds / workers)));
  let next = seed;

  async function work(): Promise<void> {
    for (;;) {
      const left = seconds - Math.floor((performance.now() - beganAt) / 1000);
      const batch = { seed: next, seeds: Math.min(most, seed + seeds - next), seconds: left };
      if (batch.seeds <= 0 || left <= 0) return;
      next += batch.seeds;
      await simulateBatch({ ...options, ...batch }, told, stop);
    }
  }

  await Promise.all(Array.from({ length: workers }, work));
}

async function simulateBatch(
  options: Options,
  told: (outcome: Outcome) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const child = spawn(process.execPath, argsOf(options), { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  stop?.addEventListener('abort', () => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) told(JSON.parse(line) as Outcome);
  const code = await ended;
  if (code !== 0) throw new Error(`A world of the seeds from ${options.seed} broke: exit ${String(code)}`);
}

function argsOf({ seed, seeds, steps, seconds, app, replay, shrink, aimless, slowly }: Options): string[] {
  const numbers = Object.entries({ seed, seeds, steps, seconds }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const files = Object.entries({ app, replay }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  const loaded = ['tsx', './deterministic/install.ts'].flatMap((name) => ['--import', addressOf(name)]);
  const child = fileURLToPath(new URL('./child.ts', import.meta.url));
  return [
    ...process.execArgv.filter(isProfiling),
    ...loaded,
    child,
    ...numbers,
    ...files,
    ...(shrink ? ['--shrink'] : []),
    ...(aimless ? ['--aimless'] : []),
    ...(slowly ? ['--slowly'] : []),
  ];
}

function addressOf(name: string): string {
  return name.startsWith('.') ? new URL(name, import.meta.url).href : import.meta.resolve(name);
}

/** Tells options of Node that the child is to have, too, such as `--cpu-prof`. */
function isProfiling(option: string): boolean {
  return /^--(cpu|heap)-prof/.test(option);
}
