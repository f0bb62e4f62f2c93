import type { AppModule } from '../../../../sandbox/contract/forge';
import { createForge } from '../../../../sandbox/forge/forge';
import type { ForgeHost, ForgeParts } from '../../../../sandbox/forge/forge';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import { MANIFEST } from './app-manifest';
import { CALLER, createStubSite } from './stub-site';
import type { SeenCall } from './stub-site';

export interface Lab {
  forge: ForgeHost;
  calls: SeenCall[];
  advance: (seconds: number) => void;
  /** Runs some code as the app's resolver, for one person or nobody (null), and gives its live result or error. */
  run: <T>(code: () => Promise<T>, accountId?: string | null, moduleKey?: string) => Promise<T>;
}

interface ResolverPayload {
  call: { functionKey: string };
}

/** An app whose resolver runs whatever a test hands in. */
function scriptedApp() {
  const scripts = new Map<string, () => Promise<void>>();
  async function page({ call }: ResolverPayload): Promise<void> {
    return scripts.get(call.functionKey)?.();
  }
  async function run<T>(
    forge: ForgeHost,
    code: () => Promise<T>,
    accountId: string | null,
    moduleKey: string,
  ): Promise<T> {
    const functionKey = `script-${scripts.size}`;
    const outcome: { settled?: Promise<T> } = {};
    scripts.set(functionKey, async () => {
      outcome.settled = code();
      await outcome.settled.catch(() => {});
    });
    await forge.invoke({ moduleKey, functionKey, ...(accountId === null ? {} : { accountId }) });
    if (outcome.settled === undefined) throw new Error('The code did not run');
    return outcome.settled;
  }
  return { page, run };
}

/** The app on a stub site, on a clock that only moves when it is told to. */
export function createLab(
  app: AppModule = {},
  { onCall, ...parts }: Partial<ForgeParts> & { onCall?: (call: SeenCall) => void | Promise<void> } = {},
): Lab {
  const { site, calls } = createStubSite(onCall);
  const scripted = scriptedApp();
  let now = Date.UTC(2026, 10, 21);
  let count = 0;
  const forge = createForge({
    manifest: manifestOf(MANIFEST),
    app: { page: scripted.page, jiraPage: scripted.page, queuePage: scripted.page, ...app },
    site,
    clock: { now: () => now },
    ids: { uuid: () => `id-${(count += 1)}` },
    ...parts,
  });
  return {
    forge,
    calls,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    run: (code, accountId = CALLER, moduleKey = 'page') => scripted.run(forge, code, accountId, moduleKey),
  };
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('Nothing failed');
    },
    (failure: unknown) => failure,
  );
}
