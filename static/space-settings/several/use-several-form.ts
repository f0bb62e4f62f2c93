import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { useAction } from '../../hooks/use-action';
import type { MemberList } from '../../people-list/member-list';
import type { Effect } from '../lists/list-lines';
import type { WrittenList } from '../lists/use-written';
import { severalOf, severalProblem, type SeveralList } from './several-list';
import { readSpaceGroups } from './space-groups';

/** Holds what is entered, and whom it names without a group, until people are looked up. */
export function useSeveralForm(initial: WrittenList, longest: number, onFind: (list: SeveralList) => void) {
  const reading = useAction();
  const [written, setWritten] = useState(initial);
  const [refused, setRefused] = useState<{ problem?: string; times: number }>({ times: 0 });
  const [unassigned, setUnassigned] = useState<{ list: MemberList; groups: GroupRow[] }>();
  function take(list: MemberList, groups: readonly GroupRow[], effect: Effect) {
    const next = severalOf(list, groups, { effect });
    const problem = severalProblem(next, longest);
    if (problem === undefined) onFind(next);
    else setRefused(({ times }) => ({ problem, times: times + 1 }));
  }
  return {
    reading,
    written,
    refused,
    unassigned,
    enter: (list: MemberList, entered: WrittenList) => {
      setWritten(entered);
      reading.run(readSpaceGroups, (groups) => {
        const hasOthers = groups.length > 0 && list.people.some(({ group }) => group === undefined);
        if (hasOthers) setUnassigned({ list, groups });
        else take(list, groups, entered.effect);
      });
    },
    /** Takes the list with this group for whoever is listed without one. Returns why it can't be taken. */
    assign: (others: GroupRow | undefined): string | undefined => {
      if (unassigned === undefined) return undefined;
      const next = severalOf(unassigned.list, unassigned.groups, { effect: written.effect, others });
      const problem = severalProblem(next, longest);
      if (problem === undefined) {
        setUnassigned(undefined);
        onFind(next);
      }
      return problem;
    },
    goBack: () => {
      setUnassigned(undefined);
      setRefused(({ times }) => ({ times: times + 1 }));
    },
  };
}
