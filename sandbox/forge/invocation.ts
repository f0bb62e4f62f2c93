// One run of one function: arguments, time limit, JSON at both borders, and its failures.
// https://developer.atlassian.com/platform/forge/function-reference/arguments/
import type { AppModule } from '../contract/forge';
import type { createFaultList } from '../fault-list';
import type { Between, HeldRun } from './between';
import { functionFailed, InvocationFailure } from './failure';
import { acrossJson } from './json';
import { beginLifetime } from './lifetime';
import type { Kill } from './lifetime';
import type { ManifestFunction, ManifestModule } from './manifest';
import { contextAriOf, productOf } from './products';
import type { Platform } from './proxy';
import { answerForgeFetch } from './proxy';
import { beginChain } from './queue/chain';
import type { Chain } from './queue/chain';
import { installationSummary, runtimeOf } from './runtime';
import { outsideSeam, withinSeam, type Seam } from './seams';
import type { UnderWay } from './under-way';
import type { createUsage } from './usage';

/** Holds the app's code and its platform. */
export interface Host extends Platform {
  app: AppModule;
  /** Kills that functions can meet. */
  kills: ReturnType<typeof createFaultList<Kill>>;
  /** Functions that are under way. */
  functions: UnderWay;
  usage: ReturnType<typeof createUsage>;
  /** Stands between each run and the platform. */
  between: Between;
  write: (line: string) => void;
}

export interface FunctionCall {
  module: ManifestModule;
  /** Key of the manifest's function; undefined if the module names none. */
  functionKey: string | undefined;
  /** The person present. Absent in background runs, and for anonymous visitors. */
  accountId?: string;
  payload: unknown;
  limitSeconds: (declared: ManifestFunction) => number;
  /** Chain of the event that began this run; a new one begins otherwise. */
  chain?: Chain;
}

/**
 * Runs a function of the app and resolves with its result as it crosses JSON; undefined stays undefined.
 *
 * Rejects with InvocationFailure, and leaves a line in the log.
 */
export async function runFunction(host: Host, call: FunctionCall): Promise<unknown> {
  const [declared, handler] = handlerOf(host, call);
  const { clock } = host.installation;
  const limitSeconds = call.limitSeconds(declared);
  const startedAt = clock.now();
  const lifetime = beginLifetime({ clock, kills: host.kills, moduleKey: call.module.key, limitSeconds });
  const held = heldRun(host, call, declared, lifetime);
  const seam = seamOf(host, call, declared, { lifetime, held });

  async function run(): Promise<unknown> {
    const result = await withinSeam(seam, async () => handler(acrossJson(call.payload), contextArgument(host, call)));
    await lifetime.checkpoint();
    return acrossJson(result);
  }

  try {
    const value = await host.functions.track(Promise.race([lifetime.ended, run()]));
    held.end({ value });
    return value;
  } catch (thrown) {
    const failure = functionFailed(thrown);
    held.end({ failure });
    host.write(`${call.module.key} failed: ${failure.message}`);
    throw failure;
  } finally {
    host.usage.add(call.module.type, declared, Math.min(clock.now() - startedAt, limitSeconds * 1000));
  }
}

function heldRun(
  { between }: Host,
  { module, accountId, payload }: FunctionCall,
  { key: functionKey }: ManifestFunction,
  { kill }: Lifetime,
): HeldRun {
  return outsideSeam(() => between.begin({ moduleKey: module.key, functionKey, accountId, payload, kill }));
}

type Lifetime = ReturnType<typeof beginLifetime>;

/** Builds what the app's code reaches of the platform during this run. */
function seamOf(
  host: Host,
  { module, accountId, chain = beginChain() }: FunctionCall,
  { key: functionKey }: ManifestFunction,
  { lifetime, held }: { lifetime: Lifetime; held: HeldRun },
): Seam {
  const { remainingMs } = lifetime;
  const seam: Seam = {
    runtime: runtimeOf(host.installation, { module, functionKey, accountId, remainingMs }),
    write: host.write,
    now: () => host.installation.clock.now(),
    uuid: () => host.installation.ids.uuid(),
    setTimer: (resume, ms) => lifetime.setTimer(() => withinSeam(seam, resume), ms),
    send: async (descriptor, path, init) => {
      const call = { descriptor, path, init };
      return lifetime.call(async () =>
        outsideSeam(() => held.pass(call, async () => answerForgeFetch(host, { accountId, chain }, call))),
      );
    },
  };
  return seam;
}

type Handler = (payload: unknown, context: unknown) => unknown;

function handlerOf(host: Host, { module, functionKey }: FunctionCall): [ManifestFunction, Handler] {
  const declared = host.installation.manifest.functions.get(functionKey ?? '');
  if (declared === undefined) throw new InvocationFailure('NOT_DEFINED', `Module ${module.key} has no function to run`);
  const handler = declared.file === 'index' ? host.app[declared.exportName] : undefined;
  if (!isHandler(handler)) {
    throw new InvocationFailure('NOT_DEFINED', `The app exports no ${declared.file}.${declared.exportName}`);
  }
  return [declared, handler];
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function contextArgument({ installation }: Host, { module, accountId }: FunctionCall): object {
  return {
    installContext: contextAriOf(productOf(module.type), installation.site.cloudId),
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installation: installationSummary(installation),
  };
}
