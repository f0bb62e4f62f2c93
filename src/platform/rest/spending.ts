// The cost of calls in the app's hourly quota, and Atlassian's warning that it's nearly used up.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { Points } from '../../broker/ports';
import type { Operation } from './operation';
import type { Reply } from './reply';

export interface Spending extends Points {
  /** Counts one try of a call. */
  note(operation: Operation, reply: Reply): void;
}

/** Counts the points that one invocation spends. */
export function createSpending(): Spending {
  let spent = 0;
  let low = false;
  return {
    spent: () => spent,
    areLow: () => low,
    note(operation, reply) {
      spent += pointsOf(operation, reply);
      low ||= reply.nearLimit;
    },
  };
}

/** Returns the cost of a try. A call without an answer counts with its base; a call that was put off is free. */
function pointsOf({ points }: Operation, { status, ok, json }: Reply): number {
  if (points === undefined || status === 429) return 0;
  return points.base + (ok && points.perItem > 0 ? points.perItem * itemsIn(json) : 0);
}

/** A page of a list counts by its length, any other answer as one object: so do the operations that somebody may perform on a space. */
function itemsIn(json: unknown): number {
  const { results } = Object(json) as Record<string, unknown>;
  return Array.isArray(results) ? results.length : 1;
}
