// Draws what a world aims at.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import { aimless } from '../driver/aim';
import type { Aim, Goal } from '../driver/aim';
import { cellsOf } from './cells';
import { ALL_OPERATIONS } from './operations';
import type { OperationId } from './operations';

const POSSIBLE = cellsOf({}).filter(({ impossible }) => impossible === undefined);

/** Lists how many of the operation's calls are aimed at, in 1,000. */
const OFTEN = [150, 400, 850];

/** Draws an operation and all of its cells that can be hit; the other worlds aim at nothing. */
export function drawAim(choices: Choices): Aim {
  const operationId = happens(choices, 600) ? oneOf(choices, ALL_OPERATIONS) : undefined;
  const often = oneOf(choices, OFTEN) ?? 0;
  const next = choices.below(1000);
  return operationId === undefined ? aimless() : aimAt(operationId, { often, next });
}

/** Creates the aim at an operation, which begins with one of its cells. */
export function aimAt(operationId: OperationId, more: Pick<Aim, 'often' | 'next'>): Aim {
  return { operationId, goals: goalsOf(operationId), fates: new Map(), ...more };
}

function goalsOf(operationId: OperationId): Goal[] {
  return POSSIBLE.filter((cell) => cell.operationId === operationId);
}
