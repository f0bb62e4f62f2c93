// Accounts for callers outside of the REST API: the switcher, Forge, and the sign-in by API token.
// https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
import type { AccountFacts, Person } from '../contract/site';
import { canUse } from './confluence/rules';
import { canUseJira } from './jira/rules';
import type { Account } from './people/model';
import type { State } from './state';

export function peopleOf({ accounts }: State): Person[] {
  return [...accounts.values()].filter(isPerson).map(toPerson);
}

export function personOf({ accounts }: State, accountId: string): Person | undefined {
  const account = accounts.get(accountId);
  return account !== undefined && isPerson(account) ? toPerson(account) : undefined;
}

/** Returns the name of a portal-only customer whose account isn't closed. */
export function customerNameOf({ accounts }: State, accountId: string): string | undefined {
  const account = accounts.get(accountId);
  return account?.accountType === 'customer' && account.status !== 'closed' ? account.name : undefined;
}

export function factsOf(state: State, accountId: string): AccountFacts | undefined {
  const account = state.accounts.get(accountId);
  if (account === undefined) {
    return undefined;
  }
  const active = account.status === 'active';
  const closed = account.status === 'closed';
  const facts = {
    accountType: account.accountType,
    active,
    hasProductAccess: canUse(state, account),
    hasJiraAccess: canUseJira(state, account),
  };
  return closed ? { ...facts, closed } : facts;
}

/** Finds the owner of an API token. Tokens belong to people; a deactivated account's stop working. */
export function ownerOf(state: State, email: string): string | undefined {
  function isOwner(account: Account) {
    return email !== '' && account.email.toLowerCase() === email.toLowerCase();
  }

  const owner = [...state.accounts.values()].find(isOwner);
  return owner?.accountType === 'atlassian' && owner.status === 'active' ? owner.accountId : undefined;
}

function isPerson({ accountType }: Account): boolean {
  return accountType === 'atlassian';
}

function toPerson({ accountId, name, email, handle, status }: Account): Person {
  return {
    accountId,
    name,
    email,
    handle,
    active: status === 'active',
  };
}
