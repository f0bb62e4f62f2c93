// A page of the app, and its address in the product.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-settings/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-service-management-queue-page/

/** Names the kinds of page that the sandbox's products can show. */
export type PageType =
  | 'confluence:globalSettings'
  | 'confluence:spaceSettings'
  | 'jira:adminPage'
  | 'jiraServiceManagement:queuePage';

/** Tells whether Jira shows the page; Confluence shows all others. */
export function isJiraPage({ type }: { type: PageType }): boolean {
  return type === 'jira:adminPage' || type === 'jiraServiceManagement:queuePage';
}

/** Describes one UI Kit page. */
export interface AppPage {
  moduleKey: string;
  type: PageType;
  title: string;
  /** Last part of its address; in Jira's settings the last parts, which name the app and its environment. */
  route: string;
  /** Resource and entry, such as `pages/global-settings`. */
  resource: string;
  /** Button in Manage apps that opens it, instead of an entry in the sidebar. */
  button?: 'Configure' | 'Get started';
}

/** Address of the list of apps in Jira's settings. It's the sandbox's own: none is documented. */
export const MANAGE_APPS = '/jira/settings/apps';

/** Address of the page that compares a call with the app's. It's the sandbox's own. */
export const COMPARED_CALLS = '/compared-calls';

/** Id of the app's only environment here. */
export const ENVIRONMENT_ID = 'sandbox';

const ADDRESSES: Record<PageType, (page: AppPage, key: string) => string> = {
  'confluence:globalSettings': ({ moduleKey }) => `/wiki/admin/apps/${moduleKey}`,
  'confluence:spaceSettings': ({ route }, key) => `/wiki/spaces/${key}/settings/apps/${route}`,
  'jira:adminPage': ({ route }) => `${MANAGE_APPS}/${route}`,
  'jiraServiceManagement:queuePage': ({ moduleKey }, key) => `/jira/servicedesk/projects/${key}/apps/${moduleKey}`,
};

/** Returns the address of a page. `key` is the space's or project's, for pages shown in one. */
export function addressOf(page: AppPage, key = ''): string {
  return ADDRESSES[page.type](page, encodeURIComponent(key));
}
