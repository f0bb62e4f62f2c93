// A queue's events, jobs and counts as data, and back.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import type { Chain } from './chain';
import type { Job, QueuedEvent, QueueState } from './state';

export interface QueueCopy {
  /** Each names its chain by position. */
  waiting: readonly (Omit<QueuedEvent, 'chain'> & { chain: number })[];
  /** Chains of the waiting events. Events that share one are counted together, so it is there once. */
  chains: readonly Chain[];
  jobs: ReadonlyMap<string, Job>;
  pushedAt: readonly number[];
  delivered: number;
}

export function copyQueue({ waiting, jobs, pushedAt, delivered }: QueueState): QueueCopy {
  const chains = [...new Set(waiting.map(({ chain }) => chain))];
  const events = waiting.map((event) => ({ ...event, chain: chains.indexOf(event.chain) }));
  return structuredClone({ waiting: events, chains, jobs, pushedAt, delivered });
}

export function loadQueue(state: QueueState, copy: QueueCopy): void {
  const { waiting, chains, jobs, pushedAt, delivered } = structuredClone(copy);
  state.waiting = waiting.map((event) => ({ ...event, chain: chains[event.chain] ?? { pushes: 0 } }));
  state.jobs = new Map(jobs);
  state.pushedAt = [...pushedAt];
  state.delivered = delivered;
}
