// What a row of the tables of REST operations says, and what rows of every product say alike.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/, /v2/intro/, and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { z } from 'zod';

import type { ApiError } from '../../shared/result';

/**
 * What one call costs: `base`, and `perItem` for each object of this kind in the answer.
 *
 * https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
export interface Points {
  base: number;
  perItem: number;
  kind: 'user' | 'group' | 'space' | 'permission' | 'write';
}

export type ActsAs = 'caller' | 'privilegedUser' | 'requester' | 'app';

/** What a status can mean to one operation. */
export type Meaning = Extract<ApiError, { code: 'NOT_FOUND' | 'CONFLICT' | 'INVALID_INPUT' }>;

/** `Actor`: whose call it may be. `Body`: what its schema makes of an answer. */
export interface Operation<Actor extends ActsAs = ActsAs, Body = unknown> {
  /** In Atlassian's OpenAPI document. */
  operationId: string;
  /** The document that describes it. `v1` and `v2` are Confluence's. */
  api: 'v1' | 'v2' | 'jira' | 'jsm';
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Granular ones. */
  scopes: readonly string[];
  actsAs: readonly Actor[];
  /** Absent: nobody says what the product counts. */
  points?: Points;
  /** A write is repeated only if Atlassian said that it did not perform it. */
  retry: 'read' | 'write';
  /** Atlassian may still change it, and asks for a header that says so: https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/ */
  isExperimental?: true;
  /** What a 404 says is missing. */
  about: Extract<ApiError, { code: 'NOT_FOUND' }>['what'];
  /** Statuses that mean here what they do not mean elsewhere. */
  meanings?: Readonly<Record<number, Meaning>>;
  response: z.ZodType<Body>;
}

/** A call that only later versions make: its scopes are asked for today, so that admins approve once. It has no answer, so nothing can send it. */
export interface ReservedOperation extends Pick<
  Operation,
  'operationId' | 'api' | 'method' | 'path' | 'scopes' | 'isExperimental'
> {
  reserved: true;
  /** Whose call it will be. */
  actsAs: readonly ActsAs[];
}

export type Answer<Row extends Operation> = z.output<Row['response']>;

/** A read that is made as the caller, and as the privileged user where the caller can't see the answer. */
export const bothRead = { actsAs: ['caller', 'privilegedUser'], retry: 'read' } as const;
/** A read that shows what somebody may do: the caller, or whoever asked for a change that goes on without them. */
export const provingReads = { actsAs: ['caller', 'requester'], retry: 'read' } as const;
export const callerReads = { actsAs: ['caller'], retry: 'read' } as const;

/** Atlassian doesn't take what was sent, and doesn't say which field. */
export const notTaken: Meaning = { code: 'INVALID_INPUT', fields: [] };
