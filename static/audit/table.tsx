import { Button, DynamicTable, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import type { Result } from '../../src/shared/result';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { Pager } from '../feedback/pager';
import { useInstant } from '../hooks/use-instant';
import { usePages } from '../hooks/use-pages';

type Table = ComponentProps<typeof DynamicTable>;

interface Props<Filter, Row> {
  read: (filter: Filter, before: string | undefined) => Promise<Result<{ rows: Row[]; next?: string }>>;
  /** What shows everything. */
  unfiltered: Filter;
  /** The fields that narrow what is shown. */
  filters: (filter: Filter, onChange: (filter: Filter) => void) => ReactNode;
  head: NonNullable<Table['head']>;
  /** They call no hook: the table calls them as plain functions. */
  rows: (rows: readonly Row[], instant: (at: string) => string) => NonNullable<Table['rows']>;
}

/** Who did what, newest first, page by page. */
export function AuditTable<Filter extends object, Row>({ read, unfiltered, filters, head, rows }: Props<Filter, Row>) {
  const [filter, setFilter] = useState(unfiltered);
  const instant = useInstant();
  const pages = usePages((before: string | undefined) => read(filter, before), JSON.stringify(filter));
  const { value, failure, loading } = pages;
  const next = value?.next;
  return (
    <Stack space="space.200">
      {filters(filter, setFilter)}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={pages.reload} onReload={pages.reload} />}
      {value === undefined && loading && <Loading label="Reading the audit" />}
      {value !== undefined && value.rows.length > 0 && (
        <DynamicTable
          label="Audit entries, newest first"
          head={head}
          rows={rows(value.rows, instant)}
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
}

function emptyText(filtered: boolean, more: boolean): string {
  if (more) return 'No entry in this stretch of time. Go on with “Older”.';
  return filtered
    ? 'No entry matches these filters. Clear a filter to see more.'
    : 'Nothing has been done with this app yet. Every change will be listed here, with who asked for it.';
}
