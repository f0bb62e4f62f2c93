// The app's page at each address, and the answer of `view.getContext()` there.
// https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#getcontext
import type { ServedSandbox } from '../contract/served';
import type { Person } from '../contract/site';
import { ENVIRONMENT_ID, isJiraPage } from './address';
import type { AppPage, PageType } from './address';
import type { OpenPage } from './boot';

/** Lists service projects, which have a service desk; others have no queues. */
export function serviceProjectsOf(site: Pick<ServedSandbox['site'], 'projects'>) {
  return site
    .projects()
    .filter(({ serviceDeskId }) => serviceDeskId !== undefined)
    .map(({ id, key, name }) => ({ id, key, name }));
}

/** Describes who opens a page, and where. */
export interface Visitor {
  site: ServedSandbox['site'];
  viewer: Person | undefined;
  pages: readonly AppPage[];
  /** Whole address, which Jira passes to the app. */
  url: string;
}

export type OpenAppPage = Extract<OpenPage, { kind: 'app' }>;

/** Opens a page in Confluence's settings. */
export function globalSettings(visitor: Visitor, moduleKey: string): OpenAppPage | undefined {
  const page = pageOf(visitor, 'confluence:globalSettings', 'moduleKey', moduleKey);
  return page && { kind: 'app', page, context: contextOf(visitor, page, {}) };
}

/** Opens a page in a space's settings. */
export function spaceSettings(visitor: Visitor, spaceKey: string, route: string): OpenAppPage | undefined {
  const space = visitor.site.spaces().find(({ key }) => key === spaceKey);
  const page = pageOf(visitor, 'confluence:spaceSettings', 'route', route);
  if (page === undefined || space === undefined) return undefined;
  return { kind: 'app', page, space, context: contextOf(visitor, page, { space: { id: space.id, key: space.key } }) };
}

/** Opens a page in Jira's settings. https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/#extension-data */
export function jiraSettings(visitor: Visitor, route: string): OpenAppPage | undefined {
  const page = pageOf(visitor, 'jira:adminPage', 'route', route);
  return page && { kind: 'app', page, context: contextOf(visitor, page, { location: visitor.url }) };
}

/** Opens a page in the agents' view of a service project. */
export function queuePage(visitor: Visitor, projectKey: string, moduleKey: string): OpenAppPage | undefined {
  const project = serviceProjectsOf(visitor.site).find(({ key }) => key === projectKey);
  const page = pageOf(visitor, 'jiraServiceManagement:queuePage', 'moduleKey', moduleKey);
  if (page === undefined || project === undefined) return undefined;
  const { id, key } = project;
  const context = contextOf(visitor, page, { project: { id, key }, location: visitor.url });
  return { kind: 'app', page, project, context };
}

/** Opens the list of apps in Jira's settings, which exists while the app is connected to Jira. */
export function manageApps({ pages }: Visitor): OpenPage | undefined {
  return pages.some(isJiraPage) ? { kind: 'manageApps' } : undefined;
}

function pageOf({ pages }: Visitor, type: PageType, part: 'moduleKey' | 'route', value: string): AppPage | undefined {
  return pages.find((page) => page.type === type && page[part] === value);
}

function contextOf({ site, viewer }: Visitor, page: AppPage, extension: object): OpenAppPage['context'] {
  return {
    ...(viewer && { accountId: viewer.accountId }),
    cloudId: site.cloudId,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    extension: { type: page.type, ...extension },
    localId: `sandbox/${page.moduleKey}`,
    locale: 'en-US',
    moduleKey: page.moduleKey,
    timezone: 'UTC',
  };
}
