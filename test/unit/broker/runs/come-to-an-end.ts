import type { Switchboard } from './switchboard';

/** Delivers and sweeps, until nothing is left to do. */
export async function comeToAnEnd(board: Switchboard, runId: string): Promise<void> {
  for (let hours = 0; hours < 30; hours += 1) {
    await board.deliverAll();
    const { state, dueAt } = board.stateOf(runId) ?? {};
    if (state === 'done' || state === 'planned' || (state === 'cancelled' && dueAt === undefined)) return;
    board.world.clock.advance(3_600_000);
    await board.sweep();
  }
}
