import type { RecordsToFind } from '../../shared/groups/payloads';
import type { SiteGroupPage } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { recordsView } from './records-view';

/** Finds groups that belong to spaces, by the start of their name or by their space, 25 at a time, by name. */
export async function findGroupRecords(
  ports: GroupPorts,
  { caller }: { caller: AccountId },
  wanted: RecordsToFind,
): Promise<SiteGroupPage> {
  const { groupRecords } = ports;
  return recordsView(ports, caller, () =>
    wanted.by === 'name'
      ? groupRecords.startingWith(wanted.name, wanted.after)
      : groupRecords.ofSpace(wanted.spaceId, wanted.after),
  );
}
