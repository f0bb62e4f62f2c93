// The parts of manifest.yml that Forge needs to run an app.
// https://developer.atlassian.com/platform/forge/manifest-reference/
import { readFile } from 'node:fs/promises';

import { parse } from 'yaml';
import { z } from 'zod';

import { INVOCATION_LIMITS } from './limits';
import type { SCHEDULE_LIMITS } from './limits';
import { actionsOf, automationActionsOf } from './manifest-actions';
import type { ManifestAction } from './manifest-actions';
import { requireOneAdminPagePerUse, requireUniqueKeys, requireWhole } from './manifest-checks';
import { entitiesOf, entity } from './manifest-entities';
import type { Entity } from './manifest-entities';
import { compatibility, isForJira } from './manifest-products';
import { apiRoutesOf } from './manifest-routes';
import type { ApiRoute } from './manifest-routes';

export interface ManifestModule {
  key: string;
  /** Module type, such as `confluence:spaceSettings`. */
  type: string;
  /** Key of the function that a trigger or consumer runs. */
  functionKey: string | undefined;
  /** Key of the function that answers the module's pages. */
  resolverKey: string | undefined;
  queue: string | undefined;
  /** Interval of a scheduled trigger. */
  interval?: keyof typeof SCHEDULE_LIMITS.intervalMs | undefined;
}

export interface ManifestFunction {
  key: string;
  /** Name of the file, such as `index`. */
  file: string;
  exportName: string;
  timeoutSeconds: number | undefined;
  memoryMB: number;
}

export interface Manifest {
  /** UUID inside the app's ARI. */
  appId: string;
  /** Maps each scope to its use: `allowImpersonation` for people who aren't present. */
  scopes: ReadonlyMap<string, { allowImpersonation: boolean }>;
  modules: ReadonlyMap<string, ManifestModule>;
  functions: ReadonlyMap<string, ManifestFunction>;
  entities: ReadonlyMap<string, Entity>;
  /** True if an admin can connect the app to Jira. */
  isForJira: boolean;
  actions: ReadonlyMap<string, ManifestAction>;
  /** Keys of the actions that Automation offers. */
  automationActions: ReadonlySet<string>;
  apiRoutes: readonly ApiRoute[];
}

const scopes = z.union([
  z.array(z.string()),
  z.record(z.string(), z.strictObject({ allowImpersonation: z.boolean().optional() }).nullable()),
]);

const runtime = z.looseObject({ memoryMB: z.number().optional() }).optional();

const document = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    compatibility,
    runtime,
    storage: z.object({ entities: z.array(entity) }).optional(),
  }),
  modules: z.record(z.string(), z.array(z.unknown())),
  permissions: z.looseObject({ scopes: scopes.default([]) }).default({ scopes: [] }),
});

/** Reads a parsed manifest. Throws on one that the sandbox can't run; `npm run manifest` runs Forge's own validator. */
export function manifestOf(parsed: unknown): Manifest {
  const { app, modules: byType, permissions } = document.parse(parsed);
  const { function: declared = [], ...others } = byType;
  const modules = Object.entries(others).flatMap(([type, list]) => list.map((raw) => moduleOf(type, raw)));
  const functions = declared.map((raw) => functionOf(raw, app.runtime?.memoryMB ?? INVOCATION_LIMITS.memoryMB));
  requireUniqueKeys([...modules, ...functions]);
  requireOneAdminPagePerUse(byType['jira:adminPage'] ?? []);
  const actions = actionsOf(byType['action'] ?? []);
  const manifest = {
    appId: app.id.replace(/^ari:cloud:ecosystem::app\//, ''),
    scopes: scopeMap(permissions.scopes),
    modules: byKey(modules),
    functions: byKey(functions),
    entities: entitiesOf(app.storage?.entities ?? []),
    isForJira: isForJira(app.compatibility),
    actions,
    automationActions: automationActionsOf(byType['automation:actionProvider'] ?? [], actions),
    apiRoutes: apiRoutesOf(byType['apiRoute'] ?? []),
  };
  requireWhole(manifest);
  return manifest;
}

export async function readManifest(path: string | URL): Promise<Manifest> {
  return manifestOf(parse(await readFile(path, 'utf8')));
}

const module = z.looseObject({
  key: z.string(),
  function: z.string().optional(),
  resolver: z.object({ function: z.string().optional() }).optional(),
  queue: z.string().optional(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']).optional(),
});

function moduleOf(type: string, raw: unknown): ManifestModule {
  const { key, function: functionKey, resolver, queue, interval } = module.parse(raw);
  return { key, type, functionKey, resolverKey: resolver?.function, queue, interval };
}

const functionModule = z.looseObject({
  key: z.string(),
  handler: z.string().regex(/^[^.]+\.[^.]+$/),
  timeoutSeconds: z.number().optional(),
  runtime,
});

function functionOf(raw: unknown, memoryMB: number): ManifestFunction {
  const { key, handler, timeoutSeconds, runtime: own } = functionModule.parse(raw);
  const [file = '', exportName = ''] = handler.split('.');
  return { key, file, exportName, timeoutSeconds, memoryMB: own?.memoryMB ?? memoryMB };
}

function scopeMap(declared: z.infer<typeof scopes>): Manifest['scopes'] {
  return new Map(
    Array.isArray(declared)
      ? declared.map((scope) => [scope, { allowImpersonation: false }])
      : Object.entries(declared).map(([scope, value]) => [
          scope,
          { allowImpersonation: value?.allowImpersonation === true },
        ]),
  );
}

function byKey<T extends { key: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.key, item]));
}
