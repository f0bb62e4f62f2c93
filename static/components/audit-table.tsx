import { Button, DynamicTable, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { Result } from '../../src/shared/result';
import type { AuditPage } from '../../src/shared/views';
import { useInstant } from '../use-instant';
import { usePages } from '../use-pages';
import { AuditFilters } from './audit-filters';
import type { AuditFilter, Choice } from './audit-filters';
import { auditHead, auditRows } from './audit-rows';
import { FailureMessage } from './error-message';
import { Loading } from './loading';
import { Pager } from './pager';

interface Props {
  read: (filter: AuditFilter, before: string | undefined) => Promise<Result<AuditPage>>;
  groups: readonly Choice[];
  spaces?: readonly Choice[];
}

const emptyText = (filtered: boolean, more: boolean): string => {
  if (more) return 'No entry in this stretch of time. Go on with “Older”.';
  return filtered
    ? 'No entry matches these filters. Clear a filter to see more.'
    : 'Nothing has been done with this app yet. Every change will be listed here, with who asked for it.';
};

/** Who did what, newest first, page by page. */
export const AuditTable = ({ read, groups, spaces }: Props) => {
  const [filter, setFilter] = useState<AuditFilter>({});
  const instant = useInstant();
  const pages = usePages((before: string | undefined) => read(filter, before), JSON.stringify(filter));
  const { value, failure, loading } = pages;
  const next = value?.next;
  return (
    <Stack space="space.200">
      <AuditFilters
        groups={groups}
        {...(spaces === undefined ? {} : { spaces })}
        filter={filter}
        onChange={setFilter}
      />
      {failure !== undefined && <FailureMessage failure={failure} onRetry={pages.reload} onReload={pages.reload} />}
      {value === undefined && loading && <Loading label="Reading the audit" />}
      {value !== undefined && value.rows.length > 0 && (
        <DynamicTable
          label="Audit entries, newest first"
          head={auditHead(spaces !== undefined)}
          rows={auditRows(value.rows, instant, spaces)}
          isLoading={loading}
        />
      )}
      {value?.rows.length === 0 && !loading && (
        <Text>{emptyText(Object.keys(filter).length > 0, next !== undefined)}</Text>
      )}
      <Inline space="space.100">
        <Pager
          previousLabel="Newer"
          nextLabel="Older"
          onPrevious={pages.depth > 0 ? pages.goBack : undefined}
          onNext={next === undefined ? undefined : () => pages.goTo(next)}
        />
        <Button onClick={pages.reload}>Refresh</Button>
      </Inline>
    </Stack>
  );
};
