import type { RunKind } from '../../../src/broker/runs/kinds';
import { onRunEvent } from '../../../src/broker/runs/on-run-event';
import type { InSpace } from '../../../src/groups/in-space';
import type { World } from './world';

/** Delivers all events of runs, each at its time; nobody is present. */
export async function deliverAll(world: World, kinds: readonly RunKind<World['ports'], InSpace>[]): Promise<void> {
  const { events } = world.runQueue;
  const { caller } = world.site;
  world.site.caller = undefined;
  for (let event = events.shift(); event !== undefined; event = events.shift()) {
    world.clock.advance(Math.max(0, event.dueAt - world.clock.now()));
    world.time.remainingMs = 110_000;
    await onRunEvent(world.ports, kinds, event);
  }
  world.site.caller = caller;
}
