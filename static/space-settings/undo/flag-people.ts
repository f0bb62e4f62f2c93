import { showFlag } from '@forge/bridge';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';

const WORDS = {
  added: { all: SPACE_PAGE.addedAll, some: SPACE_PAGE.addedSome },
  removed: { all: SPACE_PAGE.removedAll, some: SPACE_PAGE.removedSome },
} as const;

/** Announces a change: the top of the page, which tells of it, is out of sight from far down a long list. */
export function flagPeople({ people }: PeopleResult, done: 'added' | 'removed', description?: string): void {
  const changed = people.filter(({ outcome }) => outcome === done).length;
  const isAll = changed === people.length;
  showFlag({
    id: `people-${done}`,
    type: isAll ? 'success' : 'warning',
    title: isAll
      ? say(WORDS[done].all, { n: changed })
      : say(WORDS[done].some, { done: changed, total: people.length }),
    description: description ?? SPACE_PAGE.details,
    isAutoDismiss: true,
  });
}
