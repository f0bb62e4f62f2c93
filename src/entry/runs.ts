import { z } from 'zod/mini';

import type { RunKind } from '../broker/runs/kinds';
import { onRunEvent } from '../broker/runs/on-run-event';
import { adoptionRuns } from '../groups/adoption/adoption-runs';
import type { InSpace } from '../groups/in-space';
import { membershipRuns } from '../groups/members/membership-runs';
import { personRuns } from '../groups/people/person-runs';
import type { Ports } from './call/ports';

/** Lists the kinds of runs that the products bring. */
export const runKinds: readonly RunKind<Ports, InSpace>[] = [membershipRuns, personRuns, adoptionRuns];

const MOST_HOPS = 1000;

/** An event as the app pushed it: nothing but the app can push to its queue. */
const Event = z.strictObject({
  runId: z.uuid(),
  baton: z.int().check(z.nonnegative()),
  kind: z.enum(['work', 'watch']),
  hops: z.int().check(z.nonnegative(), z.maximum(MOST_HOPS)),
});

/** Creates the function that Forge calls with each event of a run. */
export function createRunConsumer(portsFor: () => Ports) {
  return async ({ body }: { body?: unknown }): Promise<void> => {
    const ports = portsFor();
    const event = Event.safeParse(body);
    // An event of another version: the hourly run finds what it was about.
    if (event.success) await onRunEvent(ports, runKinds, event.data);
    else ports.log.warn('event not understood', {});
  };
}
