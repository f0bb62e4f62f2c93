import type { Attempt } from '../audit/entries';
import { failureOf, forbidden } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts, Ended, Journal } from '../ports';
import { inBlocks, inChunks } from '../side-by-side';
import { outcomeOf } from './endings';
import type { Commands, EndingOf, Job, Kind, Known, Recorded, Run } from './job';
import { know } from './know';
import { interactivePace, type Pacing } from './pace';
import { aboutRefusal, recordRefused, type Refused } from './refusal';
import { sendAll } from './send-commands';

/** The result of a run. */
interface Ran<K extends Kind> {
  /** In the order of the commands. */
  endings: EndingOf<K>[];
  /** The facts that decided the last write. */
  known?: Known<K>;
  /** The error that ended the rest. */
  thrown?: unknown;
}

/** Most writes between two readings of stored data. */
const COMMANDS_A_BATCH = 10;

/**
 * Carries out commands, each with a grant of its own: at most ten between two readings of stored data, and Atlassian's answers are never
 * older than five seconds when a write is sent, or from before a wait.
 *
 * A batch is recorded before its first write and settled after its last. A change meanwhile ends the rest: `thrown` says why.
 * Throws the error of the first reading, with nothing recorded or changed.
 */
export async function runInBatches<K extends Kind>(
  ports: BrokerPorts,
  job: Job<K>,
  commands: Commands<K>,
  pacing: Pacing<K['command']> = {},
): Promise<Ran<K>> {
  const { pace = interactivePace(), recorded = COMMANDS_A_BATCH, ahead = commands.length } = pacing;
  const start = { batch: [], known: undefined, endings: new Map(), hasRecorded: false, stoppedBy: undefined };
  const run: Run<K> = { ports, job, commands, pace, ahead, readsAhead: pacing.ahead !== undefined, ...start };
  for (const together of inBlocks(commands, recorded, pacing.blockOf)) {
    if (run.stoppedBy !== undefined) break;
    await runTogether(run, together);
  }
  return {
    endings: commands.map((command): EndingOf<K> => run.endings.get(command) ?? { kind: 'notAttempted' }),
    ...(run.known !== undefined && { known: run.known }),
    ...(run.stoppedBy !== undefined && { thrown: run.stoppedBy }),
  };
}

/** Does the same for one command and returns its result; throws if it isn't allowed. */
export async function runAlone<K extends Kind>(
  ports: BrokerPorts,
  job: Job<K>,
  command: K['command'],
): Promise<K['value']> {
  const ran = await runInBatches(ports, job, [command]);
  const [ending] = ran.endings;
  if (ending?.kind === 'performed' && ending.thrown !== undefined) throw ending.thrown;
  if (ending?.kind === 'performed' || ending?.kind === 'found') return ending.value;
  if (ending?.kind === 'refused') throw forbidden(ending.reason, aboutRefusal({ job, known: ran.known }));
  throw ending?.kind === 'failed' || ending?.kind === 'open' ? ending.thrown : ran.thrown;
}

/** Records commands in one go, and carries them out a batch at a time. */
async function runTogether<K extends Kind>(run: Run<K>, commands: readonly K['command'][]): Promise<void> {
  let left: Recorded<K>[] = [];
  run.batch = commands;
  try {
    run.known = await know(run, 'whatIsOld');
    left = await record(run, run.known, commands);
    for (let batch = firstOf(left); batch.length > 0 && run.stoppedBy === undefined; batch = firstOf(left)) {
      if (run.batch !== commands) run.known = await know(run, 'whatIsOld');
      await sendAll(run, batch);
      await settle(run, batch);
      left = left.slice(batch.length);
      run.batch = firstOf(left).map(({ command }) => command);
    }
  } catch (thrown) {
    const failure = failureOf(thrown);
    // Before anything is recorded, it's as if nothing was requested.
    if (failure === undefined || !run.hasRecorded) throw thrown;
    run.stoppedBy ??= thrown;
    if (failure.code === 'FORBIDDEN') {
      const { reason } = failure;
      const refused = run.commands.map((command) => ({ command, reason }));
      await recordRefused(run, refused, thrown);
    }
  } finally {
    for (const some of inChunks(left, COMMANDS_A_BATCH)) await settle(run, some);
  }
}

function firstOf<K extends Kind>(left: readonly Recorded<K>[]): Recorded<K>[] {
  return left.slice(0, COMMANDS_A_BATCH);
}

/** Judges the commands, records those that may be tried, and notes the others. */
async function record<K extends Kind>(
  run: Run<K>,
  { stored, facts }: Known<K>,
  commands: readonly K['command'][],
): Promise<Recorded<K>[]> {
  const { job, ports } = run;
  const recorded: Recorded<K>[] = [];
  const refused: Refused<K>[] = [];
  for (const command of commands) {
    const verdict = job.judge(command, stored, facts);
    if (verdict.allowed) {
      const id = job.attemptId?.(command) ?? ports.ids.next();
      const attempt: Attempt = { id, at: instant(ports.clock), ...job.entry(verdict.value) };
      recorded.push({ attempt, command, tries: 0, ending: { kind: 'notAttempted' } });
    } else {
      refused.push({ command, reason: verdict.reason });
      run.endings.set(command, { kind: 'refused', reason: verdict.reason });
    }
  }
  await recordRefused(run, refused);
  if (recorded.length > 0) await journalOf(run).attempt(recorded.map(({ attempt }) => attempt));
  run.hasRecorded ||= recorded.length > 0;
  return recorded;
}

async function settle<K extends Kind>(run: Run<K>, recorded: readonly Recorded<K>[]): Promise<void> {
  const at = instant(run.ports.clock);
  for (const { command, ending } of recorded) run.endings.set(command, ending);
  const ended = recorded.flatMap(({ attempt: { id }, ending, change }): Ended<K['change']>[] => {
    const outcome = outcomeOf(ending, run.stoppedBy);
    return outcome === undefined ? [] : [{ id, at, ...outcome, ...(change !== undefined && { change }) }];
  });
  if (ended.length > 0) await journalOf(run).settle(ended);
}

function journalOf<K extends Kind>({ job, ports }: Run<K>): Journal<K['change']> {
  return job.journal ?? ports.auditLog;
}
