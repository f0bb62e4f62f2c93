// The table of storage operations, and one operation from its request to its response.
import { ZodError } from 'zod';

import { BATCH_OPERATIONS } from './batch';
import { queryEntity } from './entity-query';
import { KvsRefusal } from './errors';
import { queryKeys } from './key-query';
import { SINGLE_OPERATIONS } from './single';
import type { Store } from './tables';
import { transact } from './transaction';

const OPERATIONS = new Map([
  ...SINGLE_OPERATIONS,
  ['/api/v1/query', queryKeys],
  ['/api/v1/entity/query', queryEntity],
  ['/api/v1/transaction', transact],
  ...BATCH_OPERATIONS,
] as const);

/** Performs a request, and answers as Forge does. */
export function perform(store: Store, target: string, body: unknown): Response {
  const operation = OPERATIONS.get(target);
  if (operation === undefined)
    return errorAnswer(501, 'NOT_MODELLED', `The sandbox does not model storage at ${target}`);
  try {
    const answer = operation(store, body);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  } catch (thrown) {
    if (thrown instanceof KvsRefusal) return errorAnswer(thrown.status, thrown.code, thrown.message);
    if (thrown instanceof ZodError) return errorAnswer(400, 'INVALID_REQUEST', thrown.message);
    throw thrown;
  }
}

/** Builds the answer of an error. */
export function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { 'x-trace-id': 'sandbox' } });
}
