import { Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { Result } from '../../src/shared/result';
import { DETAIL_KINDS, DETAILS } from '../../src/shared/words/details';
import { FilterSelect } from '../fields/filter-select';
import { usePages } from '../hooks/use-pages';
import { FailureMessage } from './failure-message';
import { Loading } from './loading';
import { Pager } from './pager';

type Kind = keyof typeof DETAIL_KINDS.applied;

interface Props<Line, Shown extends Kind> {
  isPlan: boolean;
  /** The kinds that there are once it's carried out. */
  kinds: readonly Shown[];
  /** Reads a page: all, or those of one kind. */
  read: (page: { show?: Shown; after?: number }) => Promise<Result<{ lines: Line[]; next?: number }>>;
  children: (line: Line) => ReactNode;
}

/** Shows the lines of a change page by page, all or those of one kind. */
export function Details<Line, Shown extends Kind>({ isPlan, kinds, read, children }: Props<Line, Shown>) {
  const [show, setShow] = useState<Shown>();
  const pages = usePages<{ lines: Line[]; next?: number }, number>(
    (after) => read({ ...(show !== undefined && { show }), ...(after !== undefined && { after }) }),
    show,
  );
  const { value, failure, reload, loading } = pages;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  if (value === undefined) return <Loading label={DETAILS.reading} />;
  const { lines, next } = value;
  const isOne = show === undefined && pages.depth === 0 && next === undefined && lines.length <= 1;
  return (
    <Stack space="space.100">
      {!isOne && (
        <FilterSelect
          id="details-show"
          label={DETAILS.show}
          options={optionsOf(isPlan, kinds)}
          value={show}
          onChange={setShow}
        />
      )}
      {lines.length === 0 && !loading && <Text>{show === undefined ? DETAILS.none : DETAILS.noneOfKind}</Text>}
      {lines.map(children)}
      <Pager
        previousLabel={DETAILS.previous}
        nextLabel={DETAILS.next}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={next === undefined ? undefined : () => pages.goTo(next)}
      />
    </Stack>
  );
}

/** Leaves out the kind that a plan hasn't: its effect is always known. */
function optionsOf<Shown extends Kind>(isPlan: boolean, kinds: readonly Shown[]): { value: Shown; label: string }[] {
  return kinds.flatMap((value) => {
    const label = isPlan ? (DETAIL_KINDS.planned as Partial<Record<Kind, string>>)[value] : DETAIL_KINDS.applied[value];
    return label === undefined ? [] : [{ value, label }];
  });
}
