// Steps of a part whose outcomes change more groups than one transaction takes.
// https://developer.atlassian.com/platform/forge/limits-kvs-ce/
import type { EndedLine } from '../../broker/runs/run-store';
import type { PartState } from '../../broker/runs/stored-run';
import { inChunks } from '../../broker/side-by-side';
import type { StoredChange } from '../../groups/facts';
import { BATCH } from './keys';
import { isOfRecord } from './record-changes';
import { savePart, type SharedRows, type Step } from './save-part';

/** Places besides those of lines: the part, the check of its run, the points. */
const BESIDE = 3;

/** Outcomes in one transaction where each comes with a change, and that in a group of its own. */
const OUTCOMES_APART = Math.floor((BATCH - BESIDE) / 3);

/**
 * Stores a step in one transaction. Outcomes that don't fit, because nearly each changes another group, take two: each line is stored whole, with what it
 * leaves. Returns the part that is stored.
 *
 * If only the first is stored, the other lines stay open, as if their answers were lost.
 */
export async function saveSteps(step: Step, shared: SharedRows): Promise<PartState> {
  const { attempts = [], ended = [] } = step.records;
  if (attempts.length > 0 || placesOf(ended) <= BATCH - BESIDE) return savePart(step, shared);
  const [first = [], ...others] = inChunks(ended, OUTCOMES_APART);
  let stored = await savePart(upTo(step, first, others.flat()), shared);
  for (const [index, some] of others.entries()) {
    const { spent: _spent, whileRun: _run, ...records } = step.records;
    const next = upTo({ ...step, seen: stored, records }, some, others.slice(index + 1).flat());
    stored = await savePart(next, shared);
  }
  return stored;
}

function placesOf(ended: readonly EndedLine<StoredChange>[]): number {
  const changes = ended.flatMap(({ change }) => change ?? []);
  const groups = new Set(changes.flatMap((change) => (isOfRecord(change) ? [] : change.record.groupId)));
  return ended.length + changes.length + groups.size;
}

/** Returns the step for some outcomes: lines whose outcomes come later are as they were seen. */
function upTo(
  { seen, next, records, runId }: Step,
  ended: readonly EndedLine<StoredChange>[],
  later: readonly EndedLine<StoredChange>[],
): Step {
  const lines = { ...next.lines };
  for (const { place } of later) {
    const before = seen.lines[place];
    if (before === undefined) delete lines[place];
    else lines[place] = before;
  }
  const state = later.length === 0 ? next.state : 'open';
  return { runId, seen, next: { ...next, state, lines }, records: { ...records, ended } };
}
