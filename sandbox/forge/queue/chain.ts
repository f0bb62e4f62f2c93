// Chains of invocations: pushes that descend from one initial invocation are counted together, over all handlers.
// https://developer.atlassian.com/platform/forge/limits-async-events/

/** Counts the push requests of an invocation and of all that its events begin. */
export interface Chain {
  pushes: number;
}

/** Begins a chain, as every invocation does that no event began. */
export function beginChain(): Chain {
  return { pushes: 0 };
}
