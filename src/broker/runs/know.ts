import { FRESH_MS, isFresh } from '../age';
import { AppError } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Commands, Kind, Known, Run } from './job';

/** Time that a write, a look and the audit may still take. */
export const RESERVE_MS = 5000;

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
export async function know<K extends Kind>(run: Run<K>, again: 'whatIsOld' | 'everything'): Promise<Known<K>> {
  const { ports, job, batch } = run;
  const anew = again === 'everything';
  const kept = anew ? undefined : await keptFacts(run);
  let about = kept?.about ?? nextOf(run, false);
  let facts = kept?.facts;
  let stored = await job.readStored(about, batch);
  while (facts === undefined || !isFresh(ports.clock, facts.readAt)) {
    demandTime(ports);
    // Too slow for so many: from now on those of the batch are read by themselves.
    if (facts !== undefined) about = batchOf(run);
    facts = await job.readFacts(about, stored, anew);
    // So slow that the stored data is old, too.
    if (!isFresh(ports.clock, facts.readAt)) stored = await job.readStored(about, batch);
  }
  job.demand?.(about, stored, facts);
  const known = { stored, facts, about };
  readAhead(run, known);
  return known;
}

/** Does the same in the middle of a batch, whose stored data was read when it began: facts that were read ahead need no other reading. */
export async function knowOn<K extends Kind>(run: Run<K>): Promise<Known<K>> {
  const { ports, job, known } = run;
  if (known !== undefined && isFresh(ports.clock, known.facts.readAt)) return known;
  const kept = await keptFacts(run);
  if (known === undefined || kept === undefined) return know(run, 'whatIsOld');
  job.demand?.(kept.about, known.stored, kept.facts);
  return { ...known, ...kept };
}

/** Returns facts about the batch that are still fresh: the present ones, or those that were read ahead. */
async function keptFacts<K extends Kind>(run: Run<K>): Promise<Omit<Known<K>, 'stored'> | undefined> {
  const { coming, known } = run;
  if (known !== undefined && isUsable(run, known)) return known;
  delete run.coming;
  const read = await coming;
  return read !== undefined && isUsable(run, read) ? read : undefined;
}

function isUsable<K extends Kind>({ ports, batch }: Run<K>, { facts, about }: Omit<Known<K>, 'stored'>): boolean {
  return isFresh(ports.clock, facts.readAt) && batch.every((command) => about.includes(command));
}

/** At this age of facts, the next ones are read while writes are under way. */
const READ_AHEAD_MS = 4500;

/** Begins to read the facts for the next batches, so that no write waits for them. */
function readAhead<K extends Kind>(run: Run<K>, { stored, facts }: Known<K>): void {
  const { ports, job, readsAhead } = run;
  if (!readsAhead || run.coming !== undefined || ports.clock.now() - facts.readAt < READ_AHEAD_MS) return;
  const about = nextOf(run, true);
  run.coming = job.readFacts(about, stored, false).then((read) => ({ facts: read, about }));
  // Whoever waits for them is told.
  run.coming.catch(() => undefined);
}

function batchOf<K extends Kind>({ commands, batch }: Run<K>): Commands<K> {
  const [first = commands[0], ...others] = batch;
  return [first, ...others];
}

/** Returns the commands from those of the batch on: as many as can be sent until the facts about them are old. `underWay`: of the batch, some are sent before. */
function nextOf<K extends Kind>(run: Run<K>, underWay: boolean): Commands<K> {
  const { commands, batch } = run;
  const most = mostAtOnce(run, underWay);
  const first = Math.max(0, commands.indexOf(batch[0]));
  const [next = commands[0], ...others] = most >= commands.length ? commands : commands.slice(first, first + most);
  return [next, ...others];
}

/** Each account that is read costs two points, whether its line is sent in time or not. */
function mostAtOnce<K extends Kind>({ batch, ahead, pace, readsAhead }: Run<K>, underWay: boolean): number {
  const soon = readsAhead ? pace.within?.(FRESH_MS) : undefined;
  if (soon === undefined) return ahead;
  return Math.min(ahead, underWay ? batch.length + soon : Math.max(batch.length, soon));
}
