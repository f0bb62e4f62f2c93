// A page of the app, and its address in the product.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-settings/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-service-management-queue-page/

/** The kinds of page that the sandbox's products have a place for. */
export type PageType =
  | 'confluence:globalSettings'
  | 'confluence:spaceSettings'
  | 'jira:adminPage'
  | 'jiraServiceManagement:queuePage';

/** Kinds of page that Jira shows; the others are Confluence's. */
export function isJiraPage({ type }: { type: PageType }): boolean {
  return type === 'jira:adminPage' || type === 'jiraServiceManagement:queuePage';
}

/** One UI Kit page. */
export interface AppPage {
  moduleKey: string;
  type: PageType;
  title: string;
  /** Last part of its address; in Jira's settings the last parts, which name the app and its environment. */
  route: string;
  /** Resource and entry, such as `pages/global-settings`. */
  resource: string;
  /** The button in Manage apps that opens it, in the place of an entry in the sidebar. */
  button?: 'Configure' | 'Get started';
}

/** The list of apps in Jira's settings. Its address is the sandbox's own: none is documented. */
export const MANAGE_APPS = '/jira/settings/apps';

/** The app's only environment here. */
export const ENVIRONMENT_ID = 'sandbox';

const ADDRESSES: Record<PageType, (page: AppPage, key: string) => string> = {
  'confluence:globalSettings': ({ moduleKey }) => `/wiki/admin/apps/${moduleKey}`,
  'confluence:spaceSettings': ({ route }, key) => `/wiki/spaces/${key}/settings/apps/${route}`,
  'jira:adminPage': ({ route }) => `${MANAGE_APPS}/${route}`,
  'jiraServiceManagement:queuePage': ({ moduleKey }, key) => `/jira/servicedesk/projects/${key}/apps/${moduleKey}`,
};

/** The address of a page. `key` is that of the space or project it is shown in, if it is one that is. */
export function addressOf(page: AppPage, key = ''): string {
  return ADDRESSES[page.type](page, encodeURIComponent(key));
}
