import type { Identity } from '../../../../sandbox/contract/identity';
import type { RequestRow, Site } from '../../../../sandbox/contract/site';

export const CALLER = 'acc-caller';
export const LENDER = 'acc-lender';

/** Accounts of the stub site, by what is special about them. */
const ACCOUNTS = new Map([
  [CALLER, { accountType: 'atlassian', active: true, hasProductAccess: true, hasJiraAccess: true }],
  ['acc-second', { accountType: 'atlassian', active: true, hasProductAccess: true, hasJiraAccess: true }],
  [LENDER, { accountType: 'atlassian', active: true, hasProductAccess: true, hasJiraAccess: true }],
  ['acc-deactivated', { accountType: 'atlassian', active: false, hasProductAccess: true, hasJiraAccess: true }],
  ['acc-outside', { accountType: 'atlassian', active: true, hasProductAccess: false, hasJiraAccess: false }],
  ['acc-jira-only', { accountType: 'atlassian', active: true, hasProductAccess: false, hasJiraAccess: true }],
  ['acc-confluence-only', { accountType: 'atlassian', active: true, hasProductAccess: true, hasJiraAccess: false }],
  ['acc-app', { accountType: 'app', active: true, hasProductAccess: true, hasJiraAccess: true }],
  ['qm:customer', { accountType: 'customer', active: true, hasProductAccess: true, hasJiraAccess: true }],
] as const);

export interface SeenCall {
  identity: Identity;
  request: Request;
}

/** A site that answers every call with who called what. */
export function createStubSite(onCall: (call: SeenCall) => void | Promise<void> = () => {}) {
  const calls: SeenCall[] = [];
  const site: Site = {
    cloudId: 'cloud-1',
    name: 'Stub',
    fetch: async (request, identity) => {
      const call = { identity, request };
      calls.push(call);
      await onCall(call);
      const { pathname, search } = new URL(request.url);
      return Response.json({ identity, path: `${pathname}${search}` });
    },
    requests: (): RequestRow[] => [],
    clearRequests: () => {},
    people: () => [],
    person: () => undefined,
    customerName: () => undefined,
    account: (accountId) => ACCOUNTS.get(accountId as typeof CALLER),
    authenticate: () => undefined,
    change: () => [],
    spaces: () => [],
    projects: () => [],
    onIssueCreated: () => {},
    issue: () => undefined,
  };
  return { site, calls };
}
