import type { Result } from '../../src/shared/result';
import type { AuditPage } from '../../src/shared/views';
import { AuditFilters } from './audit-filters';
import type { AuditFilter, Choice } from './audit-filters';
import { auditHead, auditRows } from './audit-rows';
import { AuditTable } from './audit-table';

interface Props {
  read: (filter: AuditFilter, before: string | undefined) => Promise<Result<AuditPage>>;
  groups: readonly Choice[];
  /** Absent: the entries of one space only are shown. */
  spaces?: readonly Choice[];
}

/** Who did what to groups and settings. */
export const GroupAudit = ({ read, groups, spaces }: Props) => (
  <AuditTable
    read={read}
    unfiltered={{}}
    filters={(filter, onChange) => (
      <AuditFilters groups={groups} {...(spaces === undefined ? {} : { spaces })} filter={filter} onChange={onChange} />
    )}
    head={auditHead(spaces !== undefined)}
    rows={(rows, instant) => auditRows(rows, instant, spaces)}
  />
);
