import type { ReactNode } from 'react';

import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { Paged as PagedItems } from '../../feedback/paged';

interface Props<Item> {
  items: readonly Item[];
  children: (page: readonly Item[]) => ReactNode;
}

/** Shows people of a list, 25 at a time. */
export function Paged<Item>(props: Props<Item>) {
  return <PagedItems previousLabel={FOUND_PEOPLE.previous} nextLabel={FOUND_PEOPLE.next} {...props} />;
}
