// The identity on whose behalf Forge sends a call: the caller, the app itself, or one named account by offline user impersonation.
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestconfluence/
import { asApp, asUser, type RequestProductMethods } from '@forge/api';

import { AppError, forbidden } from '../../broker/errors';
import type { RequesterId } from '../../broker/runs/requester';
import type { AccountId } from '../../shared/ids';
import type { UnavailableCause } from '../../shared/result';

/** The person whose view a directory answers with: only the caller, so far. */
export interface ReaderIdentity {
  as: 'caller';
}
/** Names the person whose right on a space is read: the caller, or the requester of a change that goes on without them. */
export type ProvingIdentity = ReaderIdentity | { as: 'requester'; accountId: RequesterId };
/** A person, present or not. */
export type PersonIdentity = ReaderIdentity | { as: 'privilegedUser'; accountId: AccountId };
export type Identity = PersonIdentity | ProvingIdentity | { as: 'app' };

export const CALLER = { as: 'caller' } as const;
export const APP = { as: 'app' } as const;
export function privilegedUser(accountId: AccountId) {
  return { as: 'privilegedUser', accountId } as const;
}

export function requester(accountId: RequesterId) {
  return { as: 'requester', accountId } as const;
}

const ACCOUNT_ID = /^[0-9A-Za-z:_-]{8,128}$/;

/** Returns the reason why Forge can't act as an account with this id, or undefined. `qm:` ids are customers of Jira Service Management. */
export function impersonationProblem(accountId: unknown): UnavailableCause | undefined {
  if (typeof accountId !== 'string' || accountId === '') return 'notConfigured';
  return ACCOUNT_ID.test(accountId) && !accountId.startsWith('qm:') ? undefined : 'unsupportedAccountType';
}

/**
 * Returns the methods that send calls as this identity.
 *
 * `asUser(undefined)` silently means the caller, so the account is checked here again, whatever the types say.
 */
export function actAs(identity: Identity): RequestProductMethods {
  if (identity.as === 'caller') return asUser();
  if (identity.as === 'app') return asApp();
  const problem = impersonationProblem(identity.accountId);
  if (problem !== undefined) throw unusable(identity.as, problem);
  return asUser(identity.accountId);
}

function unusable(as: 'privilegedUser' | 'requester', cause: UnavailableCause): AppError {
  return as === 'requester'
    ? forbidden('REQUESTER_UNAVAILABLE')
    : new AppError({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause });
}
