import type { GroupNumbers } from '../../../src/shared/groups/views';
import { MAX_GROUPS } from '../../../src/shared/limits';
import { callSpaceSettings } from '../../api';
import { useCall, type Call } from '../../hooks/use-call';

/** Time for which a count is shown: each costs points that all sites of the app share. */
const KEPT_MS = 10 * 60_000;

/** The counts of this page, by group. Whoever may have changed a group takes its count away. */
export type Counts = Map<string, GroupNumbers & { countedAt: number }>;

/** Counts the members of the groups that are shown, unless that was done within ten minutes. */
export function useNumbers(
  counts: Counts,
  groupIds: readonly string[],
): Call<ReadonlyMap<string, GroupNumbers>> & { value: ReadonlyMap<string, GroupNumbers> } {
  async function count() {
    const now = Date.now();
    const due = groupIds.filter((groupId) => now - (counts.get(groupId)?.countedAt ?? -Infinity) >= KEPT_MS);
    for (let first = 0; first < due.length; first += MAX_GROUPS) {
      const answer = await callSpaceSettings('countMembers', { groupIds: due.slice(first, first + MAX_GROUPS) });
      if (!answer.ok) return answer;
      for (const numbers of answer.value.groups) counts.set(numbers.groupId, { ...numbers, countedAt: now });
    }
    return { ok: true as const, value: new Map<string, GroupNumbers>(counts) };
  }
  const call = useCall<ReadonlyMap<string, GroupNumbers>>(count, groupIds.join(' '));
  return { ...call, value: call.value ?? counts };
}
