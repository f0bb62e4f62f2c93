// Runs without a person present: consumers of queues, scheduled triggers, and the module that Forge calls before an uninstall.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger/
import { InvocationFailure } from './failure';
import type { Host } from './invocation';
import { runFunction } from './invocation';
import { INVOCATION_LIMITS } from './limits';
import type { ManifestFunction, ManifestModule } from './manifest';
import type { Chain } from './queue/chain';

/** Hands one event to the consumer of its queue. */
export async function runConsumer(
  host: Host,
  module: ManifestModule,
  payload: unknown,
  chain: Chain,
): Promise<unknown> {
  const { functionKey } = module;
  return runFunction(host, { module, functionKey, payload, limitSeconds: backgroundSeconds, chain });
}

/**
 * Runs one scheduled trigger now.
 *
 * Forge ignores its result and its errors; the sandbox passes both on for tests.
 */
export async function runScheduledTrigger(host: Host, moduleKey: string): Promise<unknown> {
  const module = host.installation.modules.get(moduleKey);
  if (module?.type !== 'scheduledTrigger') {
    throw new InvocationFailure('NOT_DEFINED', `The manifest has no scheduled trigger ${moduleKey}`);
  }
  return runFunction(host, {
    module,
    functionKey: module.functionKey,
    payload: triggerPayload(host, module),
    limitSeconds: backgroundSeconds,
  });
}

/** Runs every preUninstall module. A failure is logged and doesn't stop the uninstall. */
export async function runPreUninstall(host: Host): Promise<void> {
  for (const module of host.installation.modules.values()) {
    if (module.type !== 'preUninstall') continue;
    try {
      await runFunction(host, {
        module,
        functionKey: module.functionKey,
        payload: triggerPayload(host, module),
        limitSeconds: () => INVOCATION_LIMITS.preUninstallSeconds,
      });
    } catch (thrown) {
      if (!(thrown instanceof InvocationFailure)) throw thrown;
    }
  }
}

/** Returns a background function's time limit. */
function backgroundSeconds({ timeoutSeconds }: ManifestFunction): number {
  return Math.min(timeoutSeconds ?? INVOCATION_LIMITS.backgroundSeconds, INVOCATION_LIMITS.maxTimeoutSeconds);
}

/** Builds the payload of both kinds of trigger. The token has no meaning to an app. */
function triggerPayload({ installation }: Host, module: ManifestModule): object {
  return {
    context: { cloudId: installation.site.cloudId, moduleKey: module.key },
    contextToken: `sandbox-${installation.ids.uuid()}`,
  };
}
