// What Forge would not deploy, as far as running an app depends on it; `npm run manifest` asks Forge's own validator.
// https://developer.atlassian.com/platform/forge/manifest-reference/
import { z } from 'zod';

/** Modules and functions draw their keys from one pool. */
export function requireUniqueKeys(items: readonly { key: string }[]): void {
  if (new Set(items.map(({ key }) => key)).size !== items.length)
    throw new Error('Two modules of the manifest share a key');
}

const adminPage = z.array(
  z.looseObject({ useAsConfig: z.boolean().default(false), useAsGetStarted: z.boolean().default(false) }),
);

/** Jira's settings have one place for a page of an app, one for its configuration and one for its first steps. */
export function requireOnePerPlace(adminPages: readonly unknown[]): void {
  const places = adminPage.parse(adminPages).map((page) => `${page.useAsConfig} ${page.useAsGetStarted}`);
  if (new Set(places).size !== places.length) throw new Error('Two jira:adminPage modules are for the same place');
}

/** The parts of a manifest that name each other. */
interface References {
  modules: ReadonlyMap<string, { key: string; functionKey?: string | undefined; resolverKey?: string | undefined }>;
  functions: ReadonlyMap<string, unknown>;
  entities: ReadonlyMap<
    string,
    {
      name: string;
      attributes: ReadonlyMap<string, unknown>;
      indexes: ReadonlyMap<string, { partition: readonly string[]; range: string }>;
    }
  >;
}

/** What a manifest names must be in it. */
export function requireWhole({ modules, functions, entities }: References): void {
  for (const { key, functionKey, resolverKey } of modules.values()) {
    const missing = [functionKey, resolverKey].find((name) => name !== undefined && !functions.has(name));
    if (missing !== undefined) throw new Error(`Module ${key}: the manifest has no function ${missing}`);
  }
  for (const { name, attributes, indexes } of entities.values()) {
    const used = [...indexes.values()].flatMap(({ partition, range }) => [...partition, range]);
    const missing = used.find((attributeName) => !attributes.has(attributeName));
    if (missing !== undefined) throw new Error(`An index uses ${name}.${missing}, which is not declared`);
  }
}
