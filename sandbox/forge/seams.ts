// The globals through which the published @forge/* packages reach Forge: `__forge_runtime__`, `__forge_fetch__`,
// `fetch` (egress), `console`, timers, `Date` and random ids. https://www.npmjs.com/package/@forge/api (out/api/runtime.js, out/api/fetch.js)
import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';

import type { ClockTimer } from '../contract/clock';
import { installDates } from './dates';
import { installRandomIds } from './random-ids';
import { installTimers } from './timers';

/** Holds the platform that one running function can reach; it never leaks into another invocation or sandbox. */
export interface Seam {
  /** Value of `__forge_runtime__` for this invocation. */
  runtime: object;
  /** Answers `__forge_fetch__`. */
  send(descriptor: unknown, path: string, init: RequestInit): Promise<Response>;
  write(line: string): void;
  /** Tells the time of `Date`; the computer's by default. */
  now?(): number;
  /** Makes an id; the computer does by default. */
  uuid?(): string;
  /** Sets a timer; returns undefined to use the computer's timers. */
  setTimer?(run: () => void, ms: number): ClockTimer | undefined;
}

let installed = false;

const current = new AsyncLocalStorage<Seam>();

/**
 * Installs Forge's globals. Idempotent.
 *
 * Call it before importing the app: `@forge/api` keeps the `fetch` that it finds when it loads.
 */
export function installSeams(): void {
  if (installed) return;
  installed = true;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => current.getStore()?.runtime,
  });
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, writable: true, value: forgeFetch });
  guardFetch();
  captureConsole();
  installDates(timeWithin);
  installRandomIds(() => current.getStore()?.uuid?.());
  installTimers((run, ms) => current.getStore()?.setTimer?.(run, ms));
}

/** Runs the app's code as one invocation. */
export function withinSeam<T>(seam: Seam, run: () => T): T {
  return current.run(seam, run);
}

/** Runs the platform's own code, so that its console and its requests aren't taken for the app's. */
export function outsideSeam<T>(run: () => T): T {
  return current.exit(run);
}

/** Returns the running invocation's time, read outside of it: its clock may itself read `Date`. */
function timeWithin(): number | undefined {
  const seam = current.getStore();
  return seam === undefined ? undefined : current.exit(() => seam.now?.());
}

async function forgeFetch(descriptor: unknown, path: unknown, init?: RequestInit): Promise<Response> {
  const seam = current.getStore();
  if (seam === undefined) throw new Error('Forge runtime not found: a Forge API was called outside an invocation');
  return seam.send(descriptor, String(path), init ?? {});
}

function guardFetch(): void {
  const outside = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    current.getStore() === undefined ? outside(input, init) : refuseEgress(input);
}

function refuseEgress(url: unknown): never {
  const target = url instanceof Request ? url.url : String(url);
  throw Object.assign(new Error(`URL not included in the external fetch backend permissions: ${target}`), {
    name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
    status: 403,
  });
}

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

function captureConsole(): void {
  for (const method of CONSOLE_METHODS) {
    const outside = console[method].bind(console);
    console[method] = (...data: unknown[]) => {
      const seam = current.getStore();
      if (seam === undefined) outside(...data);
      else current.exit(() => seam.write(format(...data)));
    };
  }
}
