import { createContext } from 'react';

export type ProductName = 'Confluence' | 'Jira';

/** The product in which a page stands: whom to ask depends on it. */
export const Product = createContext<ProductName>('Confluence');

/** Jira doesn't list them in its sidebar. https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/ */
export const SETTINGS_IN_JIRA = 'the settings of Space Steward in Jira (Manage apps → Configure)';

interface Words {
  /** Whoever sets the app up there. */
  admin: string;
  /** What can't be done while the privileged user can't be used. */
  blocked: string;
  /** Where to look when Atlassian refuses. */
  lookAt: string;
}

export const PRODUCT_WORDS: Readonly<Record<ProductName, Words>> = {
  Confluence: {
    admin: 'Confluence administrator',
    blocked: 'Groups can’t be changed now',
    lookAt: 'the check results in this app’s settings',
  },
  Jira: {
    admin: 'Jira administrator',
    blocked: 'Customers can’t be created now',
    lookAt: SETTINGS_IN_JIRA,
  },
};
