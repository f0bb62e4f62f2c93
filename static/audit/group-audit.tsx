import { useState } from 'react';

import type { AuditPage } from '../../src/shared/broker/views';
import type { Result } from '../../src/shared/result';
import { united, withRows, type Choice, type Named } from './choices';
import { AuditFilters, type AuditFilter } from './group-filters';
import { auditHead, auditRows } from './group-rows';
import { AuditTable } from './table';

interface Props {
  read: (filter: AuditFilter, before: string | undefined) => Promise<Result<AuditPage>>;
  groups: readonly Choice[];
  /** Absent: the entries of one space only are shown. */
  spaces?: readonly Choice[];
}

/** Lists who did what to groups and settings. The filters offer what the caller knows, and what the rows have named so far. */
export function GroupAudit({ read, groups, spaces }: Props) {
  const [listed, setListed] = useState<Named>({ groups: [], spaces: [] });
  const readAndRemember: Props['read'] = async (filter, before) => {
    const answer = await read(filter, before);
    if (answer.ok) setListed((old) => withRows(old, answer.value.rows));
    return answer;
  };
  const known = spaces && united(spaces, listed.spaces);
  return (
    <AuditTable
      read={readAndRemember}
      unfiltered={{}}
      filters={(filter, onChange) => (
        <AuditFilters
          groups={united(groups, listed.groups)}
          {...(known === undefined ? {} : { spaces: known })}
          filter={filter}
          onChange={onChange}
        />
      )}
      head={auditHead(spaces !== undefined)}
      rows={(rows, instant) => auditRows(rows, instant, known)}
    />
  );
}
