import { isFresh } from '../age';
import { AppError } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Kind, Known, Run } from './job';

/** Time that a write, a look and the audit may still take. */
const RESERVE_MS = 5000;

/** Tells whether so many milliseconds, and the work that must follow, fit into the rest of the invocation. */
export function fits({ deadline }: BrokerPorts, ms: number): boolean {
  return deadline.remainingMs() >= ms + RESERVE_MS;
}

/** Fails if there isn't enough time left to do anything and report it. */
export function demandTime(ports: BrokerPorts): void {
  if (!fits(ports, 0)) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
}

/**
 * Reads the stored data, and asks Atlassian again for facts that are too old or, after a wait, for all of them.
 *
 * Fails with UPSTREAM_UNAVAILABLE if Atlassian is too slow for its answers to be fresh.
 */
export async function know<K extends Kind>(
  { ports, job, commands, batch, known }: Run<K>,
  again: 'whatIsOld' | 'everything',
): Promise<Known<K>> {
  let stored = await job.readStored(commands, batch);
  const anew = again === 'everything';
  let facts = anew ? undefined : known?.facts;
  while (facts === undefined || !isFresh(ports.clock, facts.readAt)) {
    demandTime(ports);
    facts = await job.readFacts(commands, stored, anew);
    // So slow that the stored data is old, too.
    if (!isFresh(ports.clock, facts.readAt)) stored = await job.readStored(commands, batch);
  }
  job.demand?.(commands, stored, facts);
  return { stored, facts };
}
