import { answered, callSpaceSettings } from '../../api';
import { useReadAll } from '../../hooks/use-read-all';
import { NOTHING_READ, withPage, type MembersRead } from './members-read';

/** Reads all members of a group, page by page, until it's stopped or left. */
export function useExport(groupId: string) {
  return useReadAll<MembersRead, number>({
    nothing: NOTHING_READ,
    first: 0,
    readOn: async (read, start) => {
      const answer = await answered(callSpaceSettings('readMembers', { groupId, start }));
      if (!answer.ok) return answer;
      return { ok: true, value: { read: withPage(read, answer.value), next: answer.value.nextStart } };
    },
  });
}
