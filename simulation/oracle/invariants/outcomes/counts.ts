// What people were told of how far a change of many things has come.
import type { History, Invocation } from '../../history';
import type { Violation } from '../../invariant';
import { ledgerOf } from '../../ledger';
import type { Recorded } from '../../ledger';

/** Actions of lines, by the word of an answer for how many of them succeeded. */
const ACTIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  added: new Set(['addMember']),
  removed: new Set(['removeMember']),
  succeeded: new Set(['adoptGroup', 'releaseGroup']),
};

interface Told {
  changeId?: string;
  done?: Readonly<Record<string, number>>;
}

/** Returns the numbers of an answer that weren't so at any moment at which its function ran. */
export function miscountedIn(history: History, { id, functionKey, end, beganStep }: Invocation): Violation[] {
  if (end?.how !== 'answered') return [];
  const { value } = (end.value ?? {}) as { value?: Told | null };
  const { changeId, done } = value ?? {};
  if (changeId === undefined || done === undefined) return [];
  const ofLines = [...ledgerOf(history).attempts.values()].filter((attempt) => attempt.id.startsWith(`${changeId}#`));
  return Object.entries(done).flatMap(([word, count]): Violation[] => {
    const actions = ACTIONS[word];
    const own = ofLines.filter(({ row }) => actions?.has(row.action) === true);
    const [least, most] = [beganStep, end.step + 1].map((step) => own.filter((one) => hasSucceeded(one, step)).length);
    const isSo = actions === undefined ? count >= 0 : count >= (least ?? 0) && count <= (most ?? 0);
    if (isSo) return [];
    const what = `${functionKey} said ${word}: ${count}, and there were from ${String(least)} to ${String(most)}`;
    return [{ what, invocations: [id] }];
  });
}

/** Tells whether an attempt had succeeded before a step. */
function hasSucceeded({ outcomes }: Recorded, before: number): boolean {
  return outcomes.some(({ row, step }) => row.outcome === 'succeeded' && step < before);
}
