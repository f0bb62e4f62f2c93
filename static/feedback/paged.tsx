import { Stack } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { Pager } from './pager';

const A_PAGE = 25;

interface Props<Item> {
  items: readonly Item[];
  previousLabel: string;
  nextLabel: string;
  /** Draws the items of the page on show. */
  children: (page: readonly Item[]) => ReactNode;
}

/** Shows a list that the page holds, 25 at a time. */
export function Paged<Item>({ items, previousLabel, nextLabel, children }: Props<Item>) {
  const [asked, setAsked] = useState(0);
  const last = Math.max(0, Math.ceil(items.length / A_PAGE) - 1);
  const page = Math.min(asked, last);
  return (
    <Stack space="space.100">
      {children(items.slice(page * A_PAGE, (page + 1) * A_PAGE))}
      <Pager
        previousLabel={previousLabel}
        nextLabel={nextLabel}
        onPrevious={page > 0 ? () => setAsked(page - 1) : undefined}
        onNext={page < last ? () => setAsked(page + 1) : undefined}
      />
    </Stack>
  );
}
