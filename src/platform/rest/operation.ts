// What a row of the tables of REST operations says, and what many rows say alike.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/
import type { z } from 'zod';

import type { ApiError } from '../../shared/result';

type ActsAs = 'caller' | 'privilegedUser' | 'requester' | 'app';

/**
 * What one call costs: `base`, and `perItem` for each object of this kind in the answer.
 *
 * https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
interface Points {
  base: number;
  perItem: number;
  kind: 'user' | 'group' | 'space' | 'permission' | 'write';
}

export interface Operation {
  /** In Atlassian's OpenAPI document. */
  operationId: string;
  api: 'v1' | 'v2';
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Granular ones. */
  scopes: readonly string[];
  actsAs: readonly ActsAs[];
  points: Points;
  /** A write is repeated only if Confluence said that it did not perform it. */
  retry: 'read' | 'write';
  /** What a 404 says is missing. */
  about: Extract<ApiError, { code: 'NOT_FOUND' }>['what'];
  /** Statuses that mean here what they do not mean elsewhere. */
  meanings?: Readonly<Record<number, 'NOT_FOUND' | 'CONFLICT'>>;
  response: z.ZodType;
}

export const V1 = '/wiki/rest/api';
export const V2 = '/wiki/api/v2';
export const READ_GROUP = 'read:group:confluence';
export const READ_USER = 'read:user:confluence';
export const READ_SPACE = 'read:space:confluence';
export const WRITE_GROUP = 'write:group:confluence';

export const perUser: Points = { base: 1, perItem: 2, kind: 'user' };
export const perGroup: Points = { base: 1, perItem: 2, kind: 'group' };
export const perSpace: Points = { base: 1, perItem: 1, kind: 'space' };
const write: Points = { base: 1, perItem: 0, kind: 'write' };

/** A read that is made as the caller, and as the privileged user for his own health or a lost answer. */
export const bothRead = { actsAs: ['caller', 'privilegedUser'], retry: 'read' } as const;
export const callerReads = { actsAs: ['caller'], retry: 'read' } as const;
export const privilegedWrites = { actsAs: ['privilegedUser'], points: write, retry: 'write', about: 'group' } as const;
