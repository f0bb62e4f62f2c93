// Lines that are refused are told the audit before their ends are stored: whoever is killed between has told it, and the next turn tells it again.
import { foldOf, foldRefusals } from '../audit/fold-refusals';
import { failureOf } from '../errors';
import { instant } from '../instant';
import { subjectIn } from './refusal';
import type { PartState } from './stored-run';
import { hasEnded, isOpen, stateOf, type LineRefusal, type Turn } from './turn';

/** Records the refusals of lines that a part is about to say are refused, alike ones once a turn. */
export async function recordRefusedLines(turn: Turn, { part, lines }: Omit<PartState, 'version'>): Promise<void> {
  const refused = [...turn.refused].filter(([line]) => line.part === part && lines[line.at]?.outcome === 'refused');
  await record(
    turn,
    refused.map(([, refusal]) => refusal),
  );
}

/** Records, for all lines that are left, the refusal that ends a run. */
export async function recordRefusedRest(turn: Turn, thrown: unknown): Promise<void> {
  const failure = failureOf(thrown);
  const left = turn.lines.filter((line) => !hasEnded(stateOf(turn, line)) && !isOpen(stateOf(turn, line)));
  if (failure?.code !== 'FORBIDDEN') return;
  const { refusal } = turn.job();
  const about = subjectIn(thrown);
  await record(
    turn,
    left.map(({ line }) => ({ ...refusal(line.command), ...about, reason: failure.reason })),
  );
}

async function record(turn: Turn, refusals: readonly LineRefusal[]): Promise<void> {
  const { ports, run, toldRefusals } = turn;
  const own = foldRefusals(refusals.map((one) => ({ ...one, runId: run.runId })));
  const fresh = own.filter((one) => !toldRefusals.has(foldOf(one)));
  if (fresh.length === 0) return;
  for (const one of fresh) toldRefusals.add(foldOf(one));
  await ports.auditLog.refuse(...fresh.map((one) => ({ at: instant(ports.clock), ...one })));
}
