// Describes the rows of the tables of REST operations, with the parts that all products share.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/, /v2/intro/, and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { z } from 'zod/mini';

import type { ApiError } from '../../shared/result';

/**
 * The cost of one call: `base`, and `perItem` for each object in the answer.
 *
 * https://developer.atlassian.com/cloud/confluence/rate-limiting/
 */
export interface Points {
  base: number;
  perItem: number;
}

export type ActsAs = 'caller' | 'privilegedUser' | 'requester' | 'app';

/** A meaning that a status can have for one operation. */
export type Meaning = Extract<ApiError, { code: 'NOT_FOUND' | 'CONFLICT' | 'INVALID_INPUT' }>;

/** One row. `Actor`: the identities that may call it. `Body`: the parsed answer. */
export interface Operation<Actor extends ActsAs = ActsAs, Body = unknown> {
  /** Its id in Atlassian's OpenAPI document. */
  operationId: string;
  /** The document that describes it. `v1` and `v2` are Confluence's. */
  api: 'v1' | 'v2' | 'jira' | 'jsm';
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Granular ones. */
  scopes: readonly string[];
  actsAs: readonly Actor[];
  /** Absent: the product's cost isn't documented. */
  points?: Points;
  /** A write is repeated only if Atlassian said that it didn't perform it. */
  retry: 'read' | 'write';
  /** Atlassian may still change it, and asks for a header that says so: https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/ */
  isExperimental?: true;
  /** The kind of thing that a 404 reports as missing. */
  about: Extract<ApiError, { code: 'NOT_FOUND' }>['what'];
  /** Statuses with a special meaning for this operation. */
  meanings?: Readonly<Record<number, Meaning>>;
  response: z.ZodMiniType<Body>;
}

/** A call that only later versions make: its scopes are requested today, so that admins approve once. Without an answer in its row, it can't be sent. */
export interface ReservedOperation extends Pick<
  Operation,
  'operationId' | 'api' | 'method' | 'path' | 'scopes' | 'isExperimental'
> {
  reserved: true;
  /** The identities that will make the call. */
  actsAs: readonly ActsAs[];
}

export type Answer<Row extends Operation> = z.output<Row['response']>;

/** The common part of reads made as the caller, and as the privileged user if the caller can't see the answer. */
export const bothRead = { actsAs: ['caller', 'privilegedUser'], retry: 'read' } as const;
/** A read of a person's rights: the caller's, or those of the requester of a change that goes on without them. */
export const provingReads = { actsAs: ['caller', 'requester'], retry: 'read' } as const;
export const callerReads = { actsAs: ['caller'], retry: 'read' } as const;

/** The meaning of a status with which Atlassian rejects the input without naming the field. */
export const notTaken: Meaning = { code: 'INVALID_INPUT', fields: [] };
