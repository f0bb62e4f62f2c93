// DynamicTable. It arrives as slots `head` and `rows`; sorting and paging happen here, by the key of a cell, without the app.
// https://developer.atlassian.com/platform/forge/ui-kit/components/dynamic-table/
import DynamicTable from '@atlaskit/dynamic-table/stateful';
import type { DynamicTableProps, PaginationProps } from '@atlaskit/forge-react-types';
import Pagination from '@atlaskit/pagination/pagination';
import { useMemo } from 'react';
import type { ComponentProps } from 'react';

import { docsOf, slot } from './doc';
import type { ForgeDoc } from './doc';
import { component } from './entry';
import type { Catalogue, Drawing } from './entry';
import { drawAll } from './node';

const NAMES = [
  'caption',
  'defaultPage',
  'defaultSortKey',
  'defaultSortOrder',
  'emptyView',
  'highlightedRowIndex',
  'isFixedSize',
  'isLoading',
  'label',
  'loadingSpinnerSize',
  'onSetPage',
  'page',
  'paginationi18n',
  'rowsPerPage',
  'sortKey',
  'sortOrder',
  'testId',
] as const;

export const table: Catalogue = {
  DynamicTable: component<DynamicTableProps>()(NAMES, TableView),
  Pagination: component<PaginationProps>()(
    [
      'defaultSelectedIndex',
      'label',
      'max',
      'nextLabel',
      'onChange',
      'pageLabel',
      'pages',
      'previousLabel',
      'selectedIndex',
      'testId',
    ],
    ({ props }) => <Pagination {...(props as ComponentProps<typeof Pagination>)} />,
  ),
};

function TableView({ props, doc }: Drawing<Pick<DynamicTableProps, (typeof NAMES)[number]>>) {
  const { emptyView, ...rest } = props;
  const head = useMemo(() => cellsOf(slot(doc, 'head')), [doc]);
  const rows = useMemo(() => rowsOf(doc), [doc]);
  return (
    <DynamicTable
      {...rest}
      {...(head.length > 0 && { head: { cells: head } })}
      rows={rows}
      {...(emptyView !== undefined && { emptyView: <>{drawAll(docsOf(emptyView, 'empty'))}</> })}
    />
  );
}

type Table = ComponentProps<typeof DynamicTable>;

type Head = NonNullable<Table['head']>;

/** Reads cells with their own props; UI Kit renames `key`, which React would swallow. */
function cellsOf(doc: readonly ForgeDoc[]): Head['cells'] {
  return doc.map(({ props: { cellKey, ...props }, children }) => ({
    ...props,
    ...(cellKey !== undefined && { key: cellKey as string }),
    content: drawAll(children),
  }));
}

type Row = NonNullable<Table['rows']>[number];

function rowsOf(doc: ForgeDoc): Row[] {
  return slot(doc, 'rows').map(({ props: { rowKey, ...props }, children }) => ({
    ...props,
    ...(rowKey !== undefined && { key: rowKey as string }),
    cells: cellsOf(children),
  }));
}
