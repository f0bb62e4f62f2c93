import type { AccountId } from '../../shared/ids';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { RunKind } from './kinds';
import { runView, type RunView } from './run-view';
import { LINES_A_PART, partsOf, type NewRun, type RunLine, type StoredRun } from './stored-run';

/** A plan: its lines, and the facts about all of them. */
export interface RunPlan extends Pick<NewRun, 'source' | 'place' | 'typed' | 'about' | 'undoes'> {
  by: AccountId | 'app';
  lines: readonly RunLine[];
}

/** Most lines of a run. */
const LINES_A_RUN = 2000;

/** Stores a run as a plan: nothing is changed before it is applied, and it lapses. */
export async function planRun(
  ports: BrokerPorts,
  { product, lapsesAfterMs }: Pick<RunKind, 'product' | 'lapsesAfterMs'>,
  { lines, ...plan }: RunPlan,
): Promise<RunView> {
  if (lines.length === 0 || lines.length > LINES_A_RUN) throw new Error('A run has 1 to 2,000 lines');
  const run: StoredRun = {
    ...plan,
    runId: ports.ids.next(),
    product,
    createdAt: instant(ports.clock),
    writtenBy: ports.environment.appVersion,
    lines: lines.length,
    verdicts: countVerdicts(lines),
    state: 'planned',
    version: 1,
    baton: 0,
    dueAt: instant(ports.clock, -lapsesAfterMs),
  };
  const parts = Array.from({ length: partsOf(run) }, (_, part) =>
    lines.slice(part * LINES_A_PART, (part + 1) * LINES_A_PART),
  );
  await ports.runs.add(run, parts, ports.points.spent());
  return runView({ run, parts: [] });
}

function countVerdicts(lines: readonly RunLine[]): NewRun['verdicts'] {
  const counts: Record<string, number> = {};
  for (const { verdict } of lines) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
