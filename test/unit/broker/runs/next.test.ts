// What comes after a turn at a run.
import { expect, test } from 'vitest';

import { nextOf } from '../../../../src/broker/runs/next';
import { beginTurn } from '../../../../src/broker/runs/turn';
import { aSwitchboard } from './switchboard';

test('a turn that has left lines, for whatever reason, is followed by another', async () => {
  const { ports, kind, plan } = aSwitchboard();
  const { run } = await plan(3);
  const now = await ports.runs.get(run.runId);
  if (now === undefined) throw new Error('No run');
  const limits = { actor: { begun: undefined }, leaseMs: 30_000, writesForMs: 12_000 };
  const turn = await beginTurn(ports, kind, now, limits);
  expect(nextOf(turn, undefined)).toEqual({ is: 'pass' });
});
