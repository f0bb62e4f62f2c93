import { checkedText } from './order-text';
import { createdCount, doneCount } from './results';
import type { useOrder } from './use-order';

type It = ReturnType<typeof useOrder>;

/** Says in one line how it stands with the list. Empty: nothing has happened to it yet. */
export function statusText({ isWriting, checking, creating, checked, entries }: It): string {
  if (checking.busy) return `Checking: ${progressText(checking)}`;
  if (creating.busy) return `Creating: ${progressText(creating)} Keep this page open until it’s finished.`;
  if (!isWriting) return `Finished: ${addedText(creating)}`;
  return checked === undefined ? '' : checkedText(checked, entries);
}

/** Names the button that leads back to the list. */
export function backLabel(left: number): string {
  return left === 0 ? 'Create more customers' : `Back to the list: ${String(left)} left`;
}

function addedText({ done, left }: It['creating']): string {
  const total = done.length + left.length;
  return `${String(doneCount(done))} of ${String(total)} customers added. New accounts: ${String(createdCount(done))}.`;
}

function progressText({ done, left }: { done: readonly unknown[]; left: readonly unknown[] }): string {
  return `${String(done.length)} of ${String(done.length + left.length)}.`;
}
