// One process that runs tests with mutants in the code. One that makes no progress is ended, and another takes its place.
import { fork, type ChildProcess } from 'node:child_process';

import type { Killer, Task, Told } from './messages';

/** Nothing of a test's own takes so long. */
const SILENCE_MS = 90_000;

/** The end of a task. `time`: it came to none, or to that of its process. */
export type Ended = { by: 'nobody' } | { by: 'time' } | { by: 'test'; killer: Killer };

export interface Worker {
  run(task: Task): Promise<Ended>;
  close(): void;
}

/** Creates a worker; its process begins with the first task. */
export function createWorker(): Worker {
  let child: ChildProcess | undefined;

  function close(): void {
    // Its own processes, which run the tests, too.
    if (child?.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    child = undefined;
  }

  async function run(task: Task): Promise<Ended> {
    const own = (child ??= await begin());
    const ended = await untilEnded(own, () => own.send(task));
    if (ended.by === 'time') close();
    return ended;
  }

  process.once('exit', close);
  return { run, close };
}

async function begin(): Promise<ChildProcess> {
  const child = fork(new URL('./child.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('The tests did not begin')));
  });
  return child;
}

function untilEnded(child: ChildProcess, begin: () => void): Promise<Ended> {
  return new Promise((resolve) => {
    let timer = setTimeout(silent, SILENCE_MS);

    function silent(): void {
      stop();
      resolve({ by: 'time' });
    }

    function told(message: unknown): void {
      const { is, ...rest } = message as Told;
      clearTimeout(timer);
      timer = setTimeout(silent, SILENCE_MS);
      if (is !== 'ended') return;
      stop();
      const { killer } = rest as { killer: Killer | undefined };
      resolve(killer === undefined ? { by: 'nobody' } : { by: 'test', killer });
    }

    function stop(): void {
      clearTimeout(timer);
      child.off('message', told).off('exit', silent);
    }

    child.on('message', told).on('exit', silent);
    begin();
  });
}
