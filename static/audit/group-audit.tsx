import { useState } from 'react';
import type { ReactNode } from 'react';

import type { AuditRow } from '../../src/shared/broker/views';
import type { Result } from '../../src/shared/result';
import { united, withRows, type Choice, type Named } from './choices';
import type { MoreWords } from './code-text';
import { AuditFilters, type AuditFilter } from './group-filters';
import { auditHead, auditRows } from './group-rows';
import { AuditTable } from './table';

interface Props<Row extends AuditRow> {
  read: (filter: AuditFilter, before: string | undefined) => Promise<Result<{ rows: Row[]; next?: string }>>;
  groups: readonly Choice[];
  /** Absent: the entries of one space only are shown. */
  spaces?: readonly Choice[];
  /** Counts the changes that were made here; the entries are read again after each. */
  changes?: number;
  /** Draws what can be done with an entry, without calling a hook. Absent: nothing. */
  actionOf?: ((row: Row) => ReactNode) | undefined;
  /** The words about what isn't a group. Absent: all is about groups. */
  more?: MoreWords;
}

/** Lists who did what to groups and settings. The filters offer what the caller knows, and what the rows have named so far. */
export function GroupAudit<Row extends AuditRow>({ read, groups, spaces, changes, actionOf, more }: Props<Row>) {
  const [listed, setListed] = useState<Named>({ groups: [], spaces: [] });
  const readAndRemember: Props<Row>['read'] = async (filter, before) => {
    const answer = await read(filter, before);
    if (answer.ok) setListed((old) => withRows(old, answer.value.rows));
    return answer;
  };
  const known = spaces && united(spaces, listed.spaces);
  return (
    <AuditTable
      read={readAndRemember}
      unfiltered={{}}
      changes={changes}
      filters={(filter, onChange) => (
        <AuditFilters
          groups={united(groups, listed.groups)}
          {...(known === undefined ? {} : { spaces: known })}
          filter={filter}
          onChange={onChange}
        />
      )}
      head={auditHead(spaces !== undefined, actionOf !== undefined)}
      rows={(rows, instant) => auditRows(rows, instant, { spaces: known, actionOf, more })}
    />
  );
}
