// The pages that manifest.yml declares, and their positions in the product.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/index-confluence/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/index-jsm/
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

import { ENVIRONMENT_ID } from './address';
import type { AppPage, PageType } from './address';

/** Maps the app's browser code: resource or `resource/entry` → source file, from the manifest's folder. */
type Sources = Readonly<Record<string, string>>;

/** Holds the app's pages and sources. */
export interface AppPages {
  pages: readonly AppPage[];
  sources: Sources;
  /** Maps each resource that is a folder with an index.html, for a Frame, to the folder, from the manifest's. */
  folders: Sources;
}

const page = z.looseObject({
  key: z.string(),
  title: z.string(),
  resource: z.string(),
  route: z.string().optional(),
  useAsConfig: z.boolean().default(false),
  useAsGetStarted: z.boolean().default(false),
});
const manifest = z.looseObject({
  app: z.looseObject({ id: z.string().default('') }).prefault({}),
  modules: z.looseObject({
    'confluence:globalSettings': z.array(page).default([]),
    'confluence:spaceSettings': z.array(page).default([]),
    'jira:adminPage': z.array(page).default([]),
    'jiraServiceManagement:queuePage': z.array(page).default([]),
  }),
  resources: z.array(
    z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }),
  ),
});

/** Page types in the order of home and navigation. */
const PAGE_TYPES: readonly PageType[] = [
  'confluence:globalSettings',
  'confluence:spaceSettings',
  'jira:adminPage',
  'jiraServiceManagement:queuePage',
];

/** Reads a manifest. A resource without `entry` is the source of one page, or a folder. */
export function readAppPages(manifestPath: string): AppPages {
  const { app, modules, resources } = manifest.parse(parse(readFileSync(manifestPath, 'utf8')));
  const ids = `${app.id.split('/').at(-1) ?? ''}/${ENVIRONMENT_ID}`;

  function pagesOf(type: PageType): AppPage[] {
    return modules[type].map(({ key, title, resource, route, ...use }) => ({
      moduleKey: key,
      type,
      title,
      resource,
      ...(type === 'jira:adminPage' ? jiraRouteOf(ids, use) : { route: route ?? key }),
    }));
  }

  const here = dirname(manifestPath);
  const single = resources.filter(({ entry }) => entry === undefined);
  const sources = resources.flatMap(({ key, path, entry = {} }) =>
    Object.entries(entry).map(([name, file]) => [`${key}/${name}`, join(here, path, file)] as const),
  );
  return {
    pages: PAGE_TYPES.flatMap(pagesOf),
    sources: {
      ...Object.fromEntries(sources),
      ...pathsOf(
        single.filter(({ path }) => isSource(path)),
        here,
      ),
    },
    folders: pathsOf(
      single.filter(({ path }) => !isSource(path)),
      here,
    ),
  };
}

/** Returns the route and button of a page in Jira: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/ */
function jiraRouteOf(
  ids: string,
  { useAsConfig, useAsGetStarted }: Pick<z.infer<typeof page>, 'useAsConfig' | 'useAsGetStarted'>,
): Pick<AppPage, 'route' | 'button'> {
  if (useAsConfig) return { route: `configure/${ids}`, button: 'Configure' };
  return useAsGetStarted ? { route: `get-started/${ids}`, button: 'Get started' } : { route: ids };
}

function pathsOf(resources: readonly { key: string; path: string }[], here: string): Sources {
  return Object.fromEntries(resources.map(({ key, path }) => [key, join(here, path)]));
}

function isSource(path: string): boolean {
  return /\.[jt]sx?$/.test(path);
}
