// Faults of the queue: what its promises (at least once, late, in any order) allow, and pushes that fail.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#delivery-guarantees
import { createFaultList } from '../../fault-list';
import { isRecord } from '../json';

/** Narrows a fault to some pushes or events, and says how often it strikes. */
interface Aim {
  queueName?: string;
  /** Part of the event's body; nested objects match by parts, too. */
  body?: Record<string, unknown>;
  /** Number of matches to let through first. */
  skip?: number;
  times: number;
}

/** Describes a push that fails, or an event that is delivered otherwise than one hopes. */
export type QueueFault = Aim &
  (
    | { effect: 'refuse'; status: number }
    /** The events are queued, but the answer is lost or, with a status, a failure. */
    | { effect: 'unanswered'; status?: number }
    | { effect: 'late'; lateMs: number }
    /** The event is never delivered. */
    | { effect: 'lose' }
    /** A push's last event overtakes all that wait. */
    | { effect: 'reorder' }
    /** The event is delivered twice, at once if nothing limits it. */
    | { effect: 'twice' }
    /** The event is delivered once more after it was handled. */
    | { effect: 'duplicate' }
  );

type Effect = QueueFault['effect'];
type FaultOf<Name extends Effect> = Extract<QueueFault, { effect: Name }>;

interface Struck {
  queueName: string;
  body: unknown;
}

/** Holds pending faults, oldest first. */
export function createQueueFaults() {
  const faults = createFaultList<QueueFault>();
  return {
    add: faults.add,
    clear: faults.clear,
    list: faults.list,
    /** Takes the fault with this effect that fits one of these events, which uses it up once. */
    take: <Name extends Effect>(effect: Name, events: readonly Struck[]): FaultOf<Name> | undefined =>
      faults.take((fault) => fault.effect === effect && events.some((event) => fits(fault, event))) as
        | FaultOf<Name>
        | undefined,
  };
}

export function fits({ queueName, body }: Aim, event: Struck): boolean {
  return (queueName === undefined || queueName === event.queueName) && holds(event.body, body);
}

function holds(whole: unknown, part: unknown): boolean {
  if (part === undefined) return true;
  if (!isRecord(part)) return JSON.stringify(whole) === JSON.stringify(part);
  return isRecord(whole) && Object.entries(part).every(([key, value]) => key in whole && holds(whole[key], value));
}
