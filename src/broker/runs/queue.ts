/** One event of a run. It carries no lines and names nobody: the stored run is the only truth. */
export interface RunEvent {
  runId: string;
  /** The turn: an event with another number than the run's is stale. */
  baton: number;
  /** `watch` only looks whether somebody works. */
  kind: 'work' | 'watch';
  /** Events since a person or a schedule began the chain: Forge ends one of a thousand. */
  hops: number;
  /** At most 900. */
  delaySeconds?: number;
}

/**
 * Hands events of runs to the app's own consumer, which gets each at least once, in any order, one at a time.
 *
 * Fails with RATE_LIMITED or UPSTREAM_UNAVAILABLE; `changed` tells whether some, all or none may come all the same.
 */
export interface RunQueue {
  /** At most 50. */
  push(events: readonly RunEvent[]): Promise<void>;
}
