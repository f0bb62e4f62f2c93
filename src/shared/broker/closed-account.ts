import type { AccountId } from '../ids';

/** Stands where a person was named whose account was closed. Nobody's id. Apart from the schemas: a page compares with it. */
export const CLOSED_ACCOUNT = 'closed-account' as AccountId;
