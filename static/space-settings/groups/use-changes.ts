import { useState } from 'react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { flagPeople } from '../undo/flag-people';
import type { Undone } from '../undo/use-undo';
import type { Outcome } from './last-change';

/** Counts the changes of the group's members, and holds and announces the outcome of the last one. */
export function useChanges(onClosed: () => void) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [changes, setChanges] = useState(0);
  function count() {
    setChanges((before) => before + 1);
  }
  function changed(next: Outcome) {
    setOutcome(next);
    count();
  }
  function told({ result, done, mayUndo }: Outcome) {
    changed({ result, done, mayUndo });
    flagPeople(result, done, mayUndo ? SPACE_PAGE.detailsAndUndo : SPACE_PAGE.details);
  }
  function close() {
    setOutcome(undefined);
    onClosed();
  }
  return {
    outcome,
    changes,
    close,
    added: (result: PeopleResult) => told({ result, done: 'added', mayUndo: true }),
    removed: (result: PeopleResult, mayUndo = true) => told({ result, done: 'removed', mayUndo }),
    undone: (undone: Undone) => changed({ ...undone, mayUndo: false, isUndo: true }),
    count,
  };
}
