// The Atlassian apps that host an app: Confluence, which it needs, and Jira, which an admin may connect later.
// https://developer.atlassian.com/platform/forge/app-compatibility/
import type { AccountFacts } from '../contract/site';

/** Names a product. Jira Service Management is part of Jira, as it is for `requestJira`. */
export type Product = 'confluence' | 'jira';

/** Matches module types of Jira. Automation and the app's REST API belong to it here. */
const JIRA_MODULE = /^(jira\w*:|automation:|action$|apiRoute$)/;

/** Returns the product that shows or calls modules of this type. */
export function productOf(moduleType: string): Product {
  return JIRA_MODULE.test(moduleType) ? 'jira' : 'confluence';
}

export function hasAccess(account: AccountFacts, product: Product): boolean {
  return product === 'jira' ? account.hasJiraAccess : account.hasProductAccess;
}

/** Returns the product's ARI, such as `ari:cloud:confluence::site/<cloudId>`. */
export function contextAriOf(product: Product, cloudId: string): string {
  return `ari:cloud:${product}::site/${cloudId}`;
}
