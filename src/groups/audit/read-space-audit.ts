import type { AuditFilter } from '../../broker/audit/entries';
import type { SpaceAuditPage } from '../../shared/groups/views';
import type { ProvedSpace } from '../facts';
import type { GroupPorts } from '../ports';
import { markUndoable } from './mark-undoable';

interface Page {
  filter: Omit<AuditFilter, 'spaceId'>;
  before?: string | undefined;
}

/** Reads who did what in this space, newest first, and what of it can be undone. */
export async function readSpaceAudit(
  ports: GroupPorts,
  { space }: { space: ProvedSpace },
  { filter, before }: Page,
): Promise<SpaceAuditPage> {
  return markUndoable(ports, space, await ports.auditLog.read({ ...filter, spaceId: space.spaceId }, before));
}
