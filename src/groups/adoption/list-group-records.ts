import type { SiteGroupPage } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { recordsView } from './records-view';

/** Lists groups that belong to spaces, by space, 25 at a time. */
export async function listGroupRecords(
  ports: GroupPorts,
  { caller }: { caller: AccountId },
  { after }: { after?: string | undefined },
): Promise<SiteGroupPage> {
  return recordsView(ports, caller, () => ports.groupRecords.all(after));
}
