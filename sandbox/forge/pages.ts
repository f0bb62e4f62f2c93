// A call from a page to its resolver, and the context that the platform adds to the payload.
// https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/
import type { Invocation } from '../contract/forge';
import { requireAccess } from './access';
import { InvocationFailure } from './failure';
import type { Installation } from './installation';
import type { Host } from './invocation';
import { runFunction } from './invocation';
import { acrossJson, jsonBytes, mergeOver } from './json';
import { INVOCATION_LIMITS } from './limits';
import type { ManifestModule } from './manifest';
import { contextAriOf, productOf } from './products';
import type { Product } from './products';

/**
 * Calls a page's resolver as the bridge does; a resolver that returns nothing arrives as `{}`.
 *
 * Rejects with InvocationFailure.
 */
export async function invokePage(host: Host, invocation: Invocation): Promise<unknown> {
  const { moduleKey, functionKey, payload, accountId } = invocation;
  const module = pageModule(host.installation, moduleKey);
  const context = mergeOver(pageContext(host.installation, module, accountId), invocation.context ?? {});
  withinBytes('request', payload, INVOCATION_LIMITS.requestBytes);
  const result = await runFunction(host, {
    module,
    functionKey: module.resolverKey,
    ...(accountId === undefined ? {} : { accountId }),
    payload: { call: { functionKey, payload: acrossJson(payload) }, context },
    limitSeconds: () => INVOCATION_LIMITS.defaultSeconds,
  });
  withinBytes('response', result, INVOCATION_LIMITS.responseBytes);
  return result ?? (result === null ? null : {});
}

function pageModule(installation: Installation, moduleKey: string): ManifestModule {
  const module = installation.modules.get(moduleKey);
  if (module?.resolverKey === undefined) {
    throw new InvocationFailure('NOT_DEFINED', `The manifest has no module ${moduleKey} with a resolver`);
  }
  return module;
}

function pageContext(installation: Installation, module: ManifestModule, accountId: string | undefined) {
  return {
    accountId: accountId ?? 'unidentified',
    accountType: accountTypeOf(installation, productOf(module.type), accountId),
    cloudId: installation.site.cloudId,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    extension: { type: module.type },
    localId: `${contextAriOf(productOf(module.type), installation.site.cloudId)}/${module.key}`,
    locale: 'en-US',
    moduleKey: module.key,
    timezone: 'UTC',
  };
}

/** Returns the account type of the context: https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/ */
function accountTypeOf(installation: Installation, product: Product, accountId: string | undefined): string {
  if (accountId === undefined) return 'anonymous';
  return requireAccess(installation, product, accountId).accountType === 'customer' ? 'customer' : 'licensed';
}

function withinBytes(what: string, value: unknown, limit: number): void {
  if (jsonBytes(value) > limit)
    throw new InvocationFailure('PAYLOAD_TOO_LARGE', `The ${what} is larger than ${limit} bytes`);
}
