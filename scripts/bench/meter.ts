// What the app uses while something is done: counted where its calls leave it, and on the sandbox's clock.
import type { Clock } from '../../sandbox/contract/clock';
import type { KvsStore } from '../../sandbox/forge/kvs/kvs';
import { pause } from '../../sandbox/pause';
import type { Sandbox } from '../../sandbox/sandbox';
import { factorsOf, type AnswerTimes } from './answer-times';
import { longestChain, type Span } from './chain';
import { sum } from './statistics';
import { storedBytes } from './stored-bytes';

/** Sums all that was used from the beginning of a measurement to its end. */
export interface Used {
  invocations: number;
  calls: number;
  chain: number;
  points: number;
  /** Virtual time. */
  ms: number;
  reads: number;
  writes: number;
  bytesRead: number;
  /** Keys and values that are stored. */
  bytesWritten: number;
  /** Of calls of pages, scripts and rules. */
  callGbSeconds: number;
  /** Of the queue and the schedules. */
  backgroundGbSeconds: number;
}

export interface Meter {
  /** Lets answers take these times from now on. */
  setTimes: (times: AnswerTimes) => void;
  /** Begins a measurement; the function that it returns ends it. */
  begin: () => () => Used;
  /** Returns what the sandbox itself has spent on answers so far, in milliseconds of CPU. */
  sandboxCpuMs: () => number;
}

const READ = /\/(get|query)$/;

/** Stands between the app and its platform. Calls are counted when they are answered. */
export function createMeter({ site, forge, setLatency }: Sandbox, clock: Clock): Meter {
  const slow: Slow = { times: { restMs: 0, storageMs: 0 }, factor: factorsOf({}) };
  const counts: Counts = { spans: [], storage: nothingStored(), cpuMs: 0 };
  watchSite(site, clock, { slow, counts });
  watchStorage(forge.kvs as KvsStore, clock, { slow, counts });
  return {
    setTimes: (times) => {
      Object.assign(slow, { times, factor: factorsOf(times) });
      setLatency({ restMs: 0, storageMs: 0, deliveryMs: times.deliveryMs });
    },
    begin: () => {
      const begunAt = clock.now();
      Object.assign(counts, { spans: [], storage: nothingStored() });
      site.clearRequests();
      forge.usage.clear();
      return () => ({
        ...counts.storage,
        calls: counts.spans.length,
        chain: longestChain(counts.spans),
        points: sum(site.requests().map(({ points }) => points)),
        ms: clock.now() - begunAt,
        ...usageOf(forge),
      });
    },
    sandboxCpuMs: () => counts.cpuMs,
  };
}

/** Returns the CPU time of this process since an earlier reading. */
export function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Makes answers slow. */
interface Slow {
  times: Pick<AnswerTimes, 'restMs' | 'storageMs'>;
  factor: () => number;
}

/** Counts since the last beginning; CPU, since the first. */
interface Counts {
  spans: Span[];
  storage: ReturnType<typeof nothingStored>;
  cpuMs: number;
}

interface Watch {
  slow: Slow;
  counts: Counts;
}

function watchSite(site: Sandbox['site'], clock: Clock, { slow, counts }: Watch): void {
  const fetchSite = site.fetch.bind(site);
  site.fetch = async (request, identity) => {
    const startedAt = clock.now();
    await pause(clock, slow.times.restMs * slow.factor(), request.signal);
    const response = await weigh(counts, async () => fetchSite(request, identity));
    counts.spans.push({ startedAt, endedAt: clock.now() });
    return response;
  };
}

function watchStorage(kvs: KvsStore, clock: Clock, { slow, counts }: Watch): void {
  const answerStorage = kvs.answer.bind(kvs);
  kvs.answer = async (target, init) => {
    await pause(clock, slow.times.storageMs * slow.factor());
    return weigh(counts, async () => {
      const response = await answerStorage(target, init);
      const { storage } = counts;
      if (READ.test(target)) {
        storage.reads += 1;
        storage.bytesRead += (await response.clone().arrayBuffer()).byteLength;
      } else {
        storage.writes += 1;
        storage.bytesWritten += storedBytes(init.body);
      }
      return response;
    });
  };
}

/** Adds what an answer takes of the CPU. */
async function weigh<Answer>(counts: Counts, perform: () => Promise<Answer>): Promise<Answer> {
  const before = process.cpuUsage();
  const answer = await perform();
  counts.cpuMs += millisecondsSince(before);
  return answer;
}

function nothingStored() {
  return { reads: 0, writes: 0, bytesRead: 0, bytesWritten: 0 };
}

function usageOf({ usage }: Sandbox['forge']) {
  const { calls, background } = usage.read();
  return {
    invocations: calls.invocations + background.invocations,
    callGbSeconds: calls.gbSeconds,
    backgroundGbSeconds: background.gbSeconds,
  };
}
