// Groups that runs take over on a switchboard: what a line changes is stored together with its attempt and outcome.
import { cancelRun, resumeRun } from '../../../../src/broker/runs/change-run';
import type { RunJob } from '../../../../src/broker/runs/job';
import { withProof } from '../../../../src/broker/site-admin/proofs';
import type { GroupRecord, RecordChange } from '../../../../src/groups/facts';
import type { GroupId } from '../../../../src/shared/ids';
import { aRecord, ann, devId, failureFrom } from '../../../support/ports/builders';
import { aSwitchboard } from './switchboard';

const HOUR_MS = 3_600_000;

interface Taking {
  command: { key: string };
  stored: unknown;
  facts: { readAt: number };
  grant: { key: string };
  value: 'taken';
  change: RecordChange;
}

function groupId(key: string): GroupId {
  return key as GroupId;
}

export function aRegister() {
  const board = aSwitchboard();
  const { groupRecords } = board.world;
  const job = board.job as unknown as RunJob<Taking>;
  job.entry = ({ key }) => ({ action: 'adoptGroup', caller: ann, spaceId: devId, groupId: groupId(key) });
  job.refusal = ({ key }) => ({ action: 'adoptGroup', caller: ann, groupId: groupId(key) });
  job.perform = async () => ({ value: 'taken', outcome: 'succeeded' });
  job.change = ({ key }, _performed, { id: attemptId }) => ({
    attemptId,
    groupId: groupId(key),
    added: aRecord({ groupId: groupId(key), attemptId }),
  });
  Object.assign(board.kind, { effect: 'stored', needsSiteAdmin: true, look: undefined });
  /** Ann proves now that she is a site admin. */
  function prove(): void {
    const { siteAdminProofs, clock } = board.world;
    siteAdminProofs.stored = withProof(siteAdminProofs.stored, ann, clock.now());
  }
  prove();
  function taken(): GroupRecord[] {
    return [...groupRecords.stored.values()].filter(({ attemptId }) => attemptId !== undefined);
  }
  return {
    ...board,
    prove,
    taken,
    resume: (runId: string) => resumeRun(board.ports, { caller: ann, site: true }, runId),
    cancel: (runId: string) => cancelRun(board.ports, { caller: ann, site: true }, runId),
  };
}

type Register = ReturnType<typeof aRegister>;

/** What is wrong with a run, whatever happened to it: an empty list if nothing is. */
export function problemsOf(board: Register, runId: string): string[] {
  const { attempts, outcomes } = board.world.auditLog;
  const states = [...board.lineStates(runId)];
  const succeeded = new Set(states.flatMap(([number, { outcome }]) => (outcome === 'succeeded' ? [number] : [])));
  const ids = board.taken().map(({ attemptId }) => attemptId ?? '');
  const strange = states.filter(
    ([, { outcome }]) => outcome === undefined || outcome === 'unknown' || outcome === 'left',
  );
  return [
    ...board.twice.map((what) => `${what} is stored twice`),
    ...attempts.filter(({ id }) => !outcomes.has(id)).map(({ id }) => `attempt ${id} has no outcome`),
    ...ids.filter((id) => outcomes.get(id)?.outcome !== 'succeeded').map((id) => `${id} took a group, unrecorded`),
    ...strange.map(([number]) => `line ${String(number)} has no end`),
    ...(succeeded.size === ids.length ? [] : [`${String(succeeded.size)} lines hold, not ${String(ids.length)}`]),
  ];
}

/** Delivers and sweeps until nothing is left to do; whenever the run asks for it, Ann proves again who she is. */
export async function comeToAnEnd(board: Register, runId: string): Promise<void> {
  for (let hours = 0; hours < 30; hours += 1) {
    await board.deliverAll();
    const { state, why } = board.stateOf(runId) ?? {};
    if (state === 'done' || state === 'planned' || state === 'cancelled') return;
    if (state === 'waiting' && why === 'CONFIRM_AGAIN') {
      board.prove();
      // An hour may pass in the middle of it.
      await board.invoke(() => failureFrom(board.resume(runId)));
      continue;
    }
    board.world.clock.advance(HOUR_MS);
    await board.sweep();
  }
}

/** The same for a run that was to be carried out to its end. */
export function problemsOfDone(board: Register, runId: string, lines: number): string[] {
  const { state = 'gone' } = board.stateOf(runId) ?? {};
  return [
    ...(state === 'done' ? [] : [`the run is ${state}`]),
    ...(board.taken().length === lines ? [] : [`${String(board.taken().length)} are taken`]),
    ...problemsOf(board, runId),
  ];
}
