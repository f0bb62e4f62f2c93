// Content of `__forge_runtime__` during one invocation. `kvs` stays undefined: @forge/kvs would keep the first token forever.
// https://www.npmjs.com/package/@forge/api (out/api/runtime.d.ts, type ForgeRuntime)
import { approvedScopes } from './installation';
import type { Installation } from './installation';
import type { ManifestModule } from './manifest';
import { contextAriOf, productOf } from './products';

/** Describes the installation in the shape that the runtime and a function's second argument share. */
export function installationSummary({ installationId, jira, site: { cloudId } }: Installation) {
  return {
    ari: { installationId, toString: () => `ari:cloud:ecosystem::installation/${installationId}` },
    contexts: (['confluence', ...(jira === 'connected' ? (['jira'] as const) : [])] as const).map((product) => ({
      cloudId,
      toString: () => contextAriOf(product, cloudId),
    })),
  };
}

/** Builds a fresh runtime object. `remainingMs` counts down on the sandbox clock. */
export function runtimeOf(
  installation: Installation,
  call: { module: ManifestModule; functionKey: string; accountId: string | undefined; remainingMs: () => number },
) {
  const invocation = appContext(installation, call.module, call.functionKey);
  return {
    proxy: { token: `sandbox-${invocation.invocationId}`, url: 'https://forge-proxy.invalid' },
    contextAri: contextAriOf(productOf(call.module.type), installation.site.cloudId),
    container: {},
    appContext: invocation,
    ...(call.accountId === undefined ? {} : { aaid: call.accountId }),
    lambdaContext: { awsRequestId: invocation.invocationId, getRemainingTimeInMillis: call.remainingMs },
    tracing: { traceId: installation.ids.uuid(), spanId: installation.ids.uuid() },
    realtime: {},
    metrics: { counter: counterOf(installation), timing, gauge },
    featureFlags: () => false,
  };
}

function appContext(installation: Installation, module: ManifestModule, functionKey: string) {
  return {
    appId: installation.manifest.appId,
    appVersion: installation.appVersion,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    invocationId: installation.ids.uuid(),
    installationId: installation.installationId,
    functionKey,
    moduleType: module.type,
    moduleKey: module.key,
    installation: installationSummary(installation),
    ...(installation.permissionsTold === 'yes' && {
      permissions: {
        scopes: [...approvedScopes(installation)],
        external: {},
        format: () => approvedScopes(installation).join(', '),
      },
    }),
  };
}

const COUNTER = { incr: ignore, incrBy: ignore, decr: ignore, decrBy: ignore };

/** Counts calls of `permissions`, each before it reads anything: there it can be made to throw. */
function counterOf(installation: Installation) {
  return (name: string) => {
    if (installation.permissionsTold === 'throws' && name.startsWith('api.permissions.')) {
      throw new Error('The runtime does not tell permissions');
    }
    return COUNTER;
  };
}

function timing() {
  return { measure: () => ({ stop: ignore }) };
}

function gauge() {
  return { set: ignore };
}

function ignore(): void {}
