// Which pushes the async events service takes.
// https://developer.atlassian.com/platform/forge/limits-async-events/
import { jsonBytes } from '../json';
import { INVOCATION_LIMITS, QUEUE_LIMITS } from '../limits';
import type { ManifestModule } from '../manifest';
import type { Chain } from './chain';
import type { QueueState } from './state';

interface Push {
  queueName: string;
  payload: readonly object[];
}

const MINUTE_MS = 60_000;

/** Returns the service's refusal of a push; undefined if it accepts it. */
export function refusalOf(state: QueueState, push: Push, chain: Chain): Response | undefined {
  if (chain.pushes > QUEUE_LIMITS.pushesPerChain) {
    return Response.json({ message: 'Too many pushes descend from one invocation' }, { status: 405 });
  }
  return (
    refusalOfSize(state, push) ?? refusalOfRate(state, push) ?? refusalOfQueue(consumerOf(state, push.queueName), push)
  );
}

/** Returns the module that consumes a queue. */
export function consumerOf({ installation }: QueueState, queueName: string): ManifestModule | undefined {
  return [...installation.modules.values()].find(({ type, queue }) => type === 'consumer' && queue === queueName);
}

/** Refuses what is too large. The status for one event isn't documented: that of a push is given. */
function refusalOfSize(state: QueueState, { queueName, payload }: Push): Response | undefined {
  const { pushBytes, longEventBytes } = QUEUE_LIMITS;
  if (jsonBytes(payload) > pushBytes) return tooLarge(`Payload exceeds ${pushBytes} bytes`);
  const isLong = runsLong(state, queueName);
  if (isLong && payload.some((event) => jsonBytes(event) > longEventBytes)) {
    return tooLarge(`An event exceeds ${longEventBytes} bytes`);
  }
  return undefined;
}

function runsLong(state: QueueState, queueName: string): boolean {
  const functionKey = consumerOf(state, queueName)?.functionKey;
  const declared = state.installation.manifest.functions.get(functionKey ?? '');
  return (declared?.timeoutSeconds ?? 0) > INVOCATION_LIMITS.backgroundSeconds;
}

function tooLarge(errorMessage: string): Response {
  return Response.json({ errorMessage }, { status: 413 });
}

function refusalOfRate(state: QueueState, { payload }: Push): Response | undefined {
  const now = state.installation.clock.now();
  state.pushedAt = state.pushedAt.filter((at) => at > now - MINUTE_MS);
  return state.pushedAt.length + payload.length > QUEUE_LIMITS.eventsPerMinute
    ? Response.json({ message: 'Too many events' }, { status: 429 })
    : undefined;
}

/** Refuses a queue without a consumer. Atlassian's answer isn't documented; accepting what nothing consumes would hide a fault. */
function refusalOfQueue(consumer: ManifestModule | undefined, { queueName }: Push): Response | undefined {
  return consumer === undefined
    ? Response.json({ message: `No consumer for queue ${queueName}`, code: 'NO_CONSUMER' }, { status: 400 })
    : undefined;
}
