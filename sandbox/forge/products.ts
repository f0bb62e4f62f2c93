// The Atlassian apps that an app can be in: Confluence, which it needs, and Jira, which an admin may connect later.
// https://developer.atlassian.com/platform/forge/app-compatibility/
import type { AccountFacts } from '../contract/site';

/** Jira Service Management is part of Jira here, as it is for `requestJira`. */
export type Product = 'confluence' | 'jira';

/** Automation belongs to Jira here, and so does the address of the app's REST API. */
const JIRA_MODULE = /^(jira\w*:|automation:|action$|apiRoute$)/;

/** The product that a module of this type is shown in, or called from. */
export function productOf(moduleType: string): Product {
  return JIRA_MODULE.test(moduleType) ? 'jira' : 'confluence';
}

export function hasAccess(account: AccountFacts, product: Product): boolean {
  return product === 'jira' ? account.hasJiraAccess : account.hasProductAccess;
}

/** Such as `ari:cloud:confluence::site/<cloudId>`. */
export function contextAriOf(product: Product, cloudId: string): string {
  return `ari:cloud:${product}::site/${cloudId}`;
}
