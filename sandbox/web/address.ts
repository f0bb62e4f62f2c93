// A page of the app, and its address in the product.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-settings/

/** The kinds of page that the sandbox's product has a place for. */
export type PageType = 'confluence:globalSettings' | 'confluence:spaceSettings';

/** One UI Kit page. */
export interface AppPage {
  moduleKey: string;
  type: PageType;
  title: string;
  /** Last part of its address. */
  route: string;
  /** Resource and entry, such as `pages/global-settings`. */
  resource: string;
}

/** The address of a page: of a space's settings, or of the site's. */
export const addressOf = ({ type, moduleKey, route }: AppPage, spaceKey = ''): string =>
  type === 'confluence:globalSettings'
    ? `/wiki/admin/apps/${moduleKey}`
    : `/wiki/spaces/${encodeURIComponent(spaceKey)}/settings/apps/${route}`;
