import { provedUntil } from '../../broker/site-admin/proofs';
import type { SiteGroupPage } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import { rowOf } from '../group-row';
import type { GroupPorts } from '../ports';
import type { RecordPage } from '../store-ports';

/**
 * Returns a page of records with their spaces, and the time until which the caller counts as a site admin. A space that is deleted, or hidden from the
 * caller, is absent.
 */
export async function recordsView(
  { directory, siteAdminProofs, clock }: GroupPorts,
  caller: AccountId,
  read: () => Promise<RecordPage>,
): Promise<SiteGroupPage> {
  const [{ records, next }, proofs] = await Promise.all([read(), siteAdminProofs.read()]);
  const ids = [...new Set(records.map((record) => record.spaceId))];
  const spaces = new Map((ids.length === 0 ? [] : await directory.spacesById(ids)).map((space) => [space.id, space]));
  const groups = records.map((record) => {
    const space = spaces.get(record.spaceId);
    return { ...rowOf(record), spaceId: record.spaceId, ...(space && { space: { key: space.key, name: space.name } }) };
  });
  const siteAdminUntil = provedUntil(proofs.value, caller, clock.now());
  return { groups, ...(next !== undefined && { next }), ...(siteAdminUntil !== undefined && { siteAdminUntil }) };
}
