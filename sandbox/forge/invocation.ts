// One run of one function: arguments, time limit, JSON at both borders, and its failures.
// https://developer.atlassian.com/platform/forge/function-reference/arguments/
import type { AppModule } from '../contract/forge';
import type { createFaultList } from '../fault-list';
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
import { withinSeam, type Seam } from './seams';
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
  const seam = seamOf(host, call, declared, lifetime);

  async function run(): Promise<unknown> {
    const result = await withinSeam(seam, async () => handler(acrossJson(call.payload), contextArgument(host, call)));
    await lifetime.checkpoint();
    return acrossJson(result);
  }

  try {
    return await host.functions.track(Promise.race([lifetime.ended, run()]));
  } catch (thrown) {
    const failure = functionFailed(thrown);
    host.write(`${call.module.key} failed: ${failure.message}`);
    throw failure;
  } finally {
    host.usage.add(call.module.type, declared, Math.min(clock.now() - startedAt, limitSeconds * 1000));
  }
}

/** Builds what the app's code reaches of the platform during this run. */
function seamOf(
  host: Host,
  { module, accountId, chain = beginChain() }: FunctionCall,
  { key: functionKey }: ManifestFunction,
  lifetime: ReturnType<typeof beginLifetime>,
): Seam {
  const { remainingMs } = lifetime;
  const seam: Seam = {
    runtime: runtimeOf(host.installation, { module, functionKey, accountId, remainingMs }),
    write: host.write,
    now: () => host.installation.clock.now(),
    uuid: () => host.installation.ids.uuid(),
    setTimer: (resume, ms) => lifetime.setTimer(() => withinSeam(seam, resume), ms),
    send: async (descriptor, path, init) =>
      lifetime.call(async () => answerForgeFetch(host, { accountId, chain }, { descriptor, path, init })),
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
