import type { ForbiddenReason } from '../../shared/result';
import type { Attempt } from '../audit/entries';
import { failureOf, forbidden } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { outcomeOf } from './endings';
import type { EndingOf, Job, Kind, Recorded, Run } from './job';
import { know } from './know';
import { sendAll } from './send-lines';

/** Most writes between two looks at what the app stores. */
const LINES_A_BATCH = 10;

/**
 * Makes a change line by line, each by a grant of its own: at most ten lines between two looks at what is stored, and nothing that
 * Atlassian said is older than five seconds when a write is sent, nor from before a wait.
 *
 * A batch is recorded before its first write and settled after its last. What has changed meanwhile ends what is left: `thrown` says why.
 * Throws, having recorded and changed nothing, what the first reading throws. Lines must differ.
 */
export async function runInBatches<K extends Kind>(
  ports: BrokerPorts,
  job: Job<K>,
  lines: readonly K['line'][],
): Promise<{ endings: EndingOf<K>[]; thrown?: unknown }> {
  const start = { known: undefined, endings: new Map(), hasRecorded: false, stoppedBy: undefined };
  const run: Run<K> = { ports, job, ...start };
  for (let first = 0; first < lines.length && run.stoppedBy === undefined; first += LINES_A_BATCH) {
    await runBatch(run, lines.slice(first, first + LINES_A_BATCH));
  }
  const endings = lines.map((line): EndingOf<K> => run.endings.get(line) ?? { kind: 'notAttempted' });
  return { endings, ...(run.stoppedBy !== undefined && { thrown: run.stoppedBy }) };
}

/** Does the same for one line: what it came to; what stands against it is thrown. */
export async function runAlone<K extends Kind>(ports: BrokerPorts, job: Job<K>, line: K['line']): Promise<K['value']> {
  const ran = await runInBatches(ports, job, [line]);
  const [ending] = ran.endings;
  if (ending?.kind === 'performed' && ending.thrown !== undefined) throw ending.thrown;
  if (ending?.kind === 'performed' || ending?.kind === 'found') return ending.value;
  if (ending?.kind === 'refused') throw forbidden(ending.reason, job.subject?.());
  throw ending?.kind === 'failed' || ending?.kind === 'open' ? ending.thrown : ran.thrown;
}

async function runBatch<K extends Kind>(run: Run<K>, lines: readonly K['line'][]): Promise<void> {
  let recorded: Recorded<K>[] = [];
  try {
    run.known = await know(run, 'whatIsOld');
    recorded = await record(run, run.known, lines);
    await sendAll(run, recorded);
  } catch (thrown) {
    const failure = failureOf(thrown);
    // Before anything was recorded it is as if nobody had asked.
    if (failure === undefined || !run.hasRecorded) throw thrown;
    run.stoppedBy ??= thrown;
    if (failure.code === 'FORBIDDEN') await run.job.refused?.(failure.reason);
  } finally {
    await settle(run, recorded);
  }
}

/** Judges the lines, records those that may be tried, and notes the others. */
async function record<K extends Kind>(
  run: Run<K>,
  { stored, facts }: NonNullable<Run<K>['known']>,
  lines: readonly K['line'][],
): Promise<Recorded<K>[]> {
  const { job, ports } = run;
  const recorded: Recorded<K>[] = [];
  const entries: Attempt[] = [];
  const reasons = new Set<ForbiddenReason>();
  for (const line of lines) {
    const verdict = job.judge(line, stored, facts);
    if (verdict.allowed) {
      const attempt = { id: ports.ids.next(), at: instant(ports.clock), ...job.entry(line, verdict.value) };
      entries.push(attempt);
      recorded.push({ attempt, line, tries: 0, ending: { kind: 'notAttempted' } });
    } else {
      reasons.add(verdict.reason);
      run.endings.set(line, { kind: 'refused', reason: verdict.reason });
    }
  }
  if (reasons.size > 0) await job.refused?.(...reasons);
  if (entries.length > 0) await ports.auditLog.attempt(entries);
  run.hasRecorded ||= entries.length > 0;
  return recorded;
}

async function settle<K extends Kind>(run: Run<K>, recorded: readonly Recorded<K>[]): Promise<void> {
  const at = instant(run.ports.clock);
  for (const { line, ending } of recorded) run.endings.set(line, ending);
  const outcomes = recorded.flatMap(({ attempt: { id }, ending }) => {
    const outcome = outcomeOf(ending, run.stoppedBy);
    return outcome === undefined ? [] : [{ id, at, ...outcome }];
  });
  if (outcomes.length > 0) await run.ports.auditLog.settle(outcomes);
}
