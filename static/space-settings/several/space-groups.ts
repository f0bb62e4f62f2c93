import type { GroupRow } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { callSpaceSettings } from '../../api';

/** Reads all groups of the space, a page a call. */
export async function readSpaceGroups(): Promise<Result<GroupRow[]>> {
  const groups: GroupRow[] = [];
  let after: string | undefined;
  do {
    const answer = await callSpaceSettings('listGroups', { order: 'name', ...(after !== undefined && { after }) });
    if (!answer.ok) return answer;
    groups.push(...answer.value.groups);
    after = answer.value.next;
  } while (after !== undefined);
  return { ok: true, value: groups };
}
