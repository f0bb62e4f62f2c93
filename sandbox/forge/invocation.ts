// One run of one function: arguments, time limit, JSON at both borders, and its failures.
// https://developer.atlassian.com/platform/forge/function-reference/arguments/
import type { AppModule } from '../contract/forge';
import { functionFailed, InvocationFailure } from './failure';
import { acrossJson } from './json';
import type { ManifestFunction, ManifestModule } from './manifest';
import { contextAriOf, productOf } from './products';
import type { Platform } from './proxy';
import { answerForgeFetch } from './proxy';
import { beginChain } from './queue/chain';
import type { Chain } from './queue/chain';
import { installationSummary, runtimeOf } from './runtime';
import { withinSeam, type Seam } from './seams';

/** Holds the app's code and its platform. */
export interface Host extends Platform {
  app: AppModule;
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
 * The time limit counts on the sandbox clock and is checked before and after each call to the platform.
 * Rejects with InvocationFailure, and leaves a line in the log.
 */
export async function runFunction(host: Host, call: FunctionCall): Promise<unknown> {
  const [declared, handler] = handlerOf(host, call);
  const { accountId, chain = beginChain() } = call;
  const deadline = createDeadline(host, call.limitSeconds(declared));
  const seam: Seam = {
    runtime: runtimeOf(host.installation, {
      module: call.module,
      functionKey: declared.key,
      accountId,
      remainingMs: deadline.remainingMs,
    }),
    write: host.write,
    setTimer: (resume: () => void, ms: number) =>
      host.installation.clock.setTimer?.(() => withinSeam(seam, resume), ms),
    send: async (descriptor: unknown, path: string, init: RequestInit): Promise<Response> => {
      await deadline.checkpoint();
      const response = await answerForgeFetch(host, { accountId, chain }, descriptor, path, init);
      await deadline.checkpoint();
      return response;
    },
  };

  async function run(): Promise<unknown> {
    const result = await withinSeam(seam, async () => handler(acrossJson(call.payload), contextArgument(host, call)));
    await deadline.checkpoint();
    return acrossJson(result);
  }

  try {
    return await Promise.race([deadline.killed, run()]);
  } catch (thrown) {
    const failure = functionFailed(thrown);
    host.write(`${call.module.key} failed: ${failure.message}`);
    throw failure;
  }
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

/** Creates a deadline: past it, none of the function's calls proceeds, and its caller gets the failure. */
function createDeadline(host: Host, seconds: number) {
  const endsAt = host.installation.clock.now() + seconds * 1000;

  function remainingMs() {
    return Math.max(0, endsAt - host.installation.clock.now());
  }

  let stop: (failure: InvocationFailure) => void = () => {};
  const killed = new Promise<never>((_resolve, reject) => {
    stop = reject;
  });
  killed.catch(() => {});

  async function checkpoint(): Promise<void> {
    if (remainingMs() > 0) return;
    stop(new InvocationFailure('FUNCTION_TIME_OUT', `The function ran longer than ${seconds} seconds`));
    await new Promise(() => {});
  }

  return { remainingMs, killed, checkpoint };
}

function contextArgument({ installation }: Host, { module, accountId }: FunctionCall): object {
  return {
    installContext: contextAriOf(productOf(module.type), installation.site.cloudId),
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installation: installationSummary(installation),
  };
}
