// Measures a journey: once with answers that are alike, for what can be counted; then on times that differ, for how long it takes.
import type { AnswerTimes } from './answer-times';
import type { Weighed } from './doors';
import type { Journey, Prepared } from './journey';
import type { Used } from './meter';
import { percentile, sum } from './statistics';

/** Tells the time that a journey takes, in milliseconds of the sandbox's clock. */
interface Timed {
  p50: number;
  p95: number;
}

export interface Measured {
  /** With REST answers that are alike, and storage that answers at once. */
  counted: Used;
  /** By how long Atlassian takes for an answer, in milliseconds. */
  times: Record<string, Timed>;
  /** Of storage, functions, CPU and answers: in the middle of all timed rounds. */
  typical: Pick<Used, 'reads' | 'writes' | 'bytesRead' | 'bytesWritten' | 'callGbSeconds' | 'backgroundGbSeconds'> & {
    /** Of all its calls of resolvers. */
    cpuMs: number;
    answerBytes: number;
  };
  /** CPU time of each call of a resolver, in milliseconds. */
  resolverCpuMs: number[];
}

const STORAGE_MS = 15;
const DELIVERY_MS = 500;
/** Times that Atlassian takes for an answer, about. */
const REST_MS = [100, 400] as const;

/** Measures one journey in all its rounds. */
export async function measure(journey: Journey, prepared: Prepared): Promise<Measured> {
  let round = 0;

  async function once(times: AnswerTimes): Promise<Round> {
    round += 1;
    return measureRound(journey, prepared, { round, times });
  }

  const { used: counted } = await once({ restMs: 100, storageMs: 0, deliveryMs: DELIVERY_MS });
  const rounds: Round[] = [];
  const times: Measured['times'] = {};
  for (const restMs of REST_MS) {
    const timed: Round[] = [];
    for (let number = 0; number < journey.rounds; number += 1) {
      timed.push(await once({ restMs, storageMs: STORAGE_MS, deliveryMs: DELIVERY_MS, jitterSeed: round }));
    }
    times[String(restMs)] = timeOf(timed);
    rounds.push(...timed);
  }
  return { counted, times, typical: typicalOf(rounds), resolverCpuMs: rounds.flatMap(cpuOf) };
}

interface Round {
  used: Used;
  weighed: Weighed[];
}

async function measureRound(
  { before, run }: Journey,
  prepared: Prepared,
  { round, times }: { round: number; times: AnswerTimes },
): Promise<Round> {
  const { sandbox, meter, takeWeighed } = prepared.site;
  meter.setTimes({ restMs: 0, storageMs: 0, deliveryMs: 0 });
  await sandbox.letPass({ minutes: 2 });
  await before?.(prepared, round);
  meter.setTimes(times);
  takeWeighed();
  const end = meter.begin();
  await run(prepared, round);
  return { used: end(), weighed: takeWeighed() };
}

function timeOf(rounds: readonly Round[]): Timed {
  const all = rounds.map(({ used }) => used.ms);
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95) };
}

function typicalOf(rounds: readonly Round[]): Measured['typical'] {
  function middle(valueOf: (round: Round) => number): number {
    return percentile(rounds.map(valueOf), 0.5);
  }
  return {
    reads: middle(({ used }) => used.reads),
    writes: middle(({ used }) => used.writes),
    bytesRead: middle(({ used }) => used.bytesRead),
    bytesWritten: middle(({ used }) => used.bytesWritten),
    callGbSeconds: middle(({ used }) => used.callGbSeconds),
    backgroundGbSeconds: middle(({ used }) => used.backgroundGbSeconds),
    cpuMs: middle((round) => sum(cpuOf(round))),
    answerBytes: middle(({ weighed }) => sum(weighed.map(({ answerBytes }) => answerBytes))),
  };
}

function cpuOf({ weighed }: Round): number[] {
  return weighed.map(({ cpuMs }) => cpuMs);
}
