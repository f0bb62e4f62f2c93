import { Button, DynamicTable, Inline, Stack, Text } from '@forge/react';
import { useEffect, useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import type { AccountId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { AUDIT } from '../../src/shared/words/audit';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { Pager } from '../feedback/pager';
import { Person } from '../feedback/person';
import { useInstant } from '../hooks/use-instant';
import { useLatest } from '../hooks/use-latest';
import { usePages } from '../hooks/use-pages';

type Table = ComponentProps<typeof DynamicTable>;

/** Names the person whose rights an entry used: the caller, or the privileged user. */
interface Made {
  caller?: AccountId;
  actedAs?: AccountId;
}

interface Props<Filter, Row> {
  read: (filter: Filter, before: string | undefined) => Promise<Result<{ rows: Row[]; next?: string }>>;
  /** The filter that shows everything. */
  unfiltered: Filter;
  /** Counts the changes that were made here; the page of entries is read again after each. */
  changes?: number | undefined;
  /** Draws the fields that narrow down the entries. */
  filters: (filter: Filter, onChange: (filter: Filter) => void) => ReactNode;
  head: NonNullable<Table['head']>;
  /** Draws the rows without calling a hook: the table calls this as a plain function. */
  rows: (rows: readonly Row[], instant: (at: string) => string) => NonNullable<Table['rows']>;
}

/** Lists who did what, newest first, page by page. */
export function AuditTable<Filter extends object, Row extends Made>({
  read,
  unfiltered,
  changes = 0,
  filters,
  head,
  rows,
}: Props<Filter, Row>) {
  const [filter, setFilter] = useState(unfiltered);
  const pages = usePages((before: string | undefined) => read(filter, before), JSON.stringify(filter));
  const latestReload = useLatest(pages.reload);
  useEffect(() => {
    if (changes > 0) latestReload();
  }, [changes, latestReload]);
  const { value, failure, loading } = pages;
  const next = value?.next;
  return (
    <Stack space="space.200">
      {filters(filter, setFilter)}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={pages.reload} onReload={pages.reload} />}
      {value === undefined && loading && <Loading label={AUDIT.reading} />}
      {value !== undefined && value.rows.length > 0 && (
        <Entries entries={value.rows} head={head} rows={rows} loading={loading} />
      )}
      {value?.rows.length === 0 && !loading && (
        <Text>{emptyText(Object.keys(filter).length > 0, next !== undefined)}</Text>
      )}
      <Inline space="space.100">
        <Pager
          previousLabel={AUDIT.newer}
          nextLabel={AUDIT.older}
          onPrevious={pages.depth > 0 ? pages.goBack : undefined}
          onNext={next === undefined ? undefined : () => pages.goTo(next)}
        />
        <Button onClick={pages.reload}>{AUDIT.refresh}</Button>
      </Inline>
    </Stack>
  );
}

type EntriesProps<Row> = Pick<Props<never, Row>, 'head' | 'rows'> & { entries: readonly Row[]; loading: boolean };

function Entries<Row extends Made>({ entries, head, rows, loading }: EntriesProps<Row>) {
  const instant = useInstant();
  const lender = soleLender(entries);
  return (
    <>
      {lender !== undefined && <Person label={AUDIT.madeAs} accountId={lender} />}
      <DynamicTable
        label={AUDIT.table}
        head={head}
        rows={rows(lender === undefined ? entries : entries.map(withoutLender), instant)}
        isLoading={loading}
      />
    </>
  );
}

/** Returns the account whose rights were used on this page, if it's only one: it's named once, not in each row. */
function soleLender(rows: readonly Made[]): AccountId | undefined {
  const lenders = new Set(rows.flatMap(({ caller, actedAs }) => (actedAs === caller ? [] : (actedAs ?? []))));
  const [first] = lenders;
  return lenders.size === 1 ? first : undefined;
}

function withoutLender<Row extends Made>(row: Row): Row {
  const { actedAs: _said, ...rest } = row;
  return rest as Row;
}

function emptyText(filtered: boolean, more: boolean): string {
  if (more) return AUDIT.emptyPeriod;
  return filtered ? AUDIT.noMatch : AUDIT.empty;
}
