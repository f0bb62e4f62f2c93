import Resolver from '@forge/resolver';

import type { Result } from '../../shared/result';
import { readCall, type Call } from './caller';
import { createGuard, type AnyRow, type GuardParts } from './guard';

/** The parts of an endpoint. */
export interface EndpointParts<Context> extends GuardParts<Context> {
  rows: Readonly<Record<string, AnyRow<Context>>>;
}

/** A Forge function that a page calls. */
export type PageFunction = (body: unknown, platform: unknown) => Promise<Result<unknown>>;

/**
 * Makes the function behind a page: `@forge/resolver` dispatches, with one definition for each row of the table.
 *
 * The resolver finds inherited names too, such as `constructor`, and passes an account on in a context that the browser began. So the key is looked
 * up here first, and the payload that goes through the resolver is the call as it was read here.
 */
export function createEndpoint<Context>({ rows, ...parts }: EndpointParts<Context>): PageFunction {
  const guard = createGuard(parts);
  const resolver = new Resolver();
  for (const [functionKey, row] of Object.entries(rows)) {
    resolver.define<Call, Result<unknown>>(functionKey, ({ payload: call }) => guard(call, row));
  }
  const dispatch = resolver.getDefinitions();
  return async (body, platform) => {
    const call = readCall(body, platform);
    const { functionKey } = call;
    if (!Object.hasOwn(rows, functionKey)) return guard(call);
    // Each definition answers a Result.
    return (await dispatch({ call: { functionKey, payload: call }, context: {} })) as Result<unknown>;
  };
}
