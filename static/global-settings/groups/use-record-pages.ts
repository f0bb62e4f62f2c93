import type { SiteGroupPage, SpaceRow } from '../../../src/shared/groups/views';
import { callGlobalSettings } from '../../api';
import { usePages, type Pages } from '../../hooks/use-pages';
import type { SiteAdmin } from './use-proved-action';

/** The groups to look for among those that belong to a space. */
export type Wanted = { by: 'name'; name: string } | { by: 'space'; space: SpaceRow };

export type RecordPages = Pages<SiteGroupPage, string>;

/** Reads the groups page by page, all or those wanted; each answer tells until when the user counts as a site admin. */
export function useRecordPages(siteAdmin: SiteAdmin, wanted: Wanted | undefined): RecordPages {
  return usePages(
    async (position: string | undefined) => {
      const after = position === undefined ? {} : { after: position };
      const answer =
        wanted === undefined
          ? await callGlobalSettings('listGroupRecords', after)
          : await callGlobalSettings('findGroupRecords', { ...payloadOf(wanted), ...after });
      if (answer.ok) siteAdmin.setUntil(answer.value.siteAdminUntil);
      return answer;
    },
    JSON.stringify(wanted ?? null),
  );
}

function payloadOf(wanted: Wanted) {
  return wanted.by === 'name' ? wanted : { by: wanted.by, spaceId: wanted.space.id };
}
