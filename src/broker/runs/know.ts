import { isFresh } from '../age';
import { AppError } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Kind, Known, Run } from './job';

/** Time that a write, a look and the audit may still need. */
const RESERVE_MS = 5000;

/** Tells whether so many milliseconds, and what must follow, fit into what is left of the invocation. */
export function fits({ deadline }: BrokerPorts, ms: number): boolean {
  return deadline.remainingMs() >= ms + RESERVE_MS;
}

/** Fails if no time is left in which to do anything and say so. */
export function demandTime(ports: BrokerPorts): void {
  if (!fits(ports, 0)) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
}

/**
 * Reads what the app stores, and of what Atlassian says either what is too old or, after a wait, everything.
 *
 * Fails with UPSTREAM_UNAVAILABLE if Atlassian is too slow for its word to be fresh.
 */
export async function know<K extends Kind>(
  { ports, job, commands, known }: Run<K>,
  again: 'whatIsOld' | 'everything',
): Promise<Known<K>> {
  let stored = await job.readStored(commands);
  const anew = again === 'everything';
  let facts = anew ? undefined : known?.facts;
  while (facts === undefined || !isFresh(ports.clock, facts.readAt)) {
    demandTime(ports);
    facts = await job.readFacts(commands, stored, anew);
    // So slow that what was stored is of before, too.
    if (!isFresh(ports.clock, facts.readAt)) stored = await job.readStored(commands);
  }
  job.demand?.(commands, stored, facts);
  return { stored, facts };
}
