import type { AccountId } from '../ids';

/** Stands in for a person whose account was closed. It isn't anybody's id. Kept apart from the schemas: a page compares with it. */
export const CLOSED_ACCOUNT = 'closed-account' as AccountId;
