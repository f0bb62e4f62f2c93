import { say } from '../../src/shared/words/format';
import { PROGRESS } from '../../src/shared/words/queue-page';
import { checkedText } from './order-text';
import { createdCount, doneCount } from './results';
import type { useOrder } from './use-order';

type It = ReturnType<typeof useOrder>;

/** Says the list's status in one line. Empty: nothing has happened to it yet. */
export function statusText({ isWriting, checking, creating, checked, entries }: It): string {
  if (checking.busy) return say(PROGRESS.checkingCount, countsOf(checking));
  if (creating.busy) return say(PROGRESS.creatingCount, countsOf(creating));
  if (!isWriting) return finishedText(creating);
  return checked === undefined ? '' : checkedText(checked, entries);
}

/** Names the button that leads back to the list. */
export function backLabel(left: number): string {
  return left === 0 ? PROGRESS.createMore : say(PROGRESS.backToList, { left });
}

function finishedText(creating: It['creating']): string {
  const { total } = countsOf(creating);
  return say(PROGRESS.finished, { done: doneCount(creating.done), total, created: createdCount(creating.done) });
}

function countsOf({ done, left }: { done: readonly unknown[]; left: readonly unknown[] }) {
  return { done: done.length, total: done.length + left.length };
}
