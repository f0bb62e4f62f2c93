import { AppError, forbidden } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { planRun } from '../../broker/runs/plan-run';
import { planUndoOf } from '../../broker/runs/plan-undo';
import { isOver } from '../../broker/runs/run-view';
import type { RunLine } from '../../broker/runs/stored-run';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { GroupId } from '../../shared/ids';
import type { ReleaseLine } from '../adoption/adoption-line';
import { adoptionRuns } from '../adoption/adoption-runs';
import { judgeRelease } from '../adoption/judge-adoption';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';
import { readRecords } from '../read-records';
import { takeoverReader } from './takeover-reader';
import { takeoverView } from './takeover-view';

/**
 * Plans to stop managing what was taken over, with a verdict on each group by its record now. The groups and their members stay as they are.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`: it hasn't ended) or FORBIDDEN (NOT_UNDOABLE: it took nothing over).
 */
export async function planTakeoverUndo(
  ports: GroupPorts,
  { caller }: OnSite,
  { changeId }: { changeId: string },
): Promise<TakeoverView> {
  const { run, undo } = await planUndoOf(ports, adoptionRuns, takeoverReader(caller), changeId);
  if (!isOver(run)) throw new AppError({ code: 'CONFLICT', what: 'run' });
  if (run.undoes !== undefined || undo.length === 0) throw forbidden('NOT_UNDOABLE');
  const records = await readRecords(
    ports,
    undo.map(({ command }) => (command as ReleaseLine).groupId),
  );
  const lines = undo.map((line) => (line.verdict === 'willChange' ? judged(line, records) : line));
  const plan = { source: 'undo', place: 'site', by: caller, lines, undoes: changeId } as const;
  return takeoverView(await planRun(ports, adoptionRuns, plan));
}

function judged(line: RunLine, records: ReadonlyMap<GroupId, GroupRecord>): RunLine {
  const command = line.command as ReleaseLine;
  const verdict = judgeRelease(command, records.get(command.groupId));
  if (!verdict.allowed) return { ...line, verdict: 'notAllowed', why: verdict.reason };
  return { ...line, verdict: verdict.value.isSo ? 'nothingToDo' : 'willChange' };
}
