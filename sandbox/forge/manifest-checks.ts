// Checks of a manifest that running an app depends on; `npm run manifest` runs Forge's own validator.
// https://developer.atlassian.com/platform/forge/manifest-reference/
import { z } from 'zod';

/** Requires that no two modules or functions share a key. */
export function requireUniqueKeys(items: readonly { key: string }[]): void {
  if (new Set(items.map(({ key }) => key)).size !== items.length)
    throw new Error('Two modules of the manifest share a key');
}

const adminPage = z.array(
  z.looseObject({ useAsConfig: z.boolean().default(false), useAsGetStarted: z.boolean().default(false) }),
);

/** Requires at most one admin page per role: Jira's settings show one page of an app, one configuration and one "get started" page. */
export function requireOneAdminPagePerUse(adminPages: readonly unknown[]): void {
  const uses = adminPage.parse(adminPages).map((page) => `${page.useAsConfig} ${page.useAsGetStarted}`);
  if (new Set(uses).size !== uses.length) throw new Error('Two jira:adminPage modules are for the same place');
}

/** Holds the parts of a manifest that refer to each other. */
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

/** Requires that everything a manifest refers to exists in it. */
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
