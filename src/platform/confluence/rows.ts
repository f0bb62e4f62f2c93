// The common parts of rows in Confluence's tables of operations.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/
import type { Meaning, Points } from '../rest/operation';

export const V1 = '/wiki/rest/api';
export const V2 = '/wiki/api/v2';
export const READ_GROUP = 'read:group:confluence';
export const READ_USER = 'read:user:confluence';
export const READ_SPACE = 'read:space:confluence';
export const WRITE_GROUP = 'write:group:confluence';

export const perUser: Points = { base: 1, perItem: 2 };
export const perGroup: Points = { base: 1, perItem: 2 };
export const perPermission: Points = { base: 1, perItem: 2 };
export const perSpace: Points = { base: 1, perItem: 1 };
export const perWrite: Points = { base: 1, perItem: 0 };

export const privilegedWrites = {
  actsAs: ['privilegedUser'],
  points: perWrite,
  retry: 'write',
  about: 'group',
} as const;
/** Writes that are also made as the caller, for check groups only: a person who can make them may manage groups. */
export const provingWrites = { ...privilegedWrites, actsAs: ['privilegedUser', 'caller'] } as const;

export const nameInUse: Meaning = { code: 'CONFLICT', what: 'groupName' };
