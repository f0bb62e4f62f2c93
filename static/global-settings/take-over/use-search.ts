import { useEffect, useRef, useState } from 'react';

import { answered, callGlobalSettings, type Failure } from '../../api';
import { withFound, type DraftGroup } from './draft';

/** A search for groups, and how far it has come. */
export interface Search {
  /** Part of a name; absent: by the pattern of the rules. */
  text?: string;
  groups: DraftGroup[];
  lookedAt: number;
  /** The position at which it goes on; absent: all groups were looked at. */
  next?: number;
  /** Number of spaces searched for changed keys, if there are more. */
  changedKeysAmong?: number;
}

/** Looks through all groups of the site from where the search is, page by page, until it is over or somebody stops it. */
export function useSearch(begun: Search, onEnd: (search: Search) => void) {
  const [search, setSearch] = useState(begun);
  const [failure, setFailure] = useState<Failure>();
  const latest = useRef(begun);
  /** The way through the pages that is under way: an answer to another one no longer counts. */
  const turn = useRef<object>();
  async function goOn() {
    const mine = {};
    turn.current = mine;
    setFailure(undefined);
    while (latest.current.next !== undefined) {
      const answer = await answered(readPage(latest.current));
      if (turn.current !== mine) return;
      if (!answer.ok) {
        setFailure(answer.failure);
        return;
      }
      latest.current = answer.value;
      setSearch(answer.value);
    }
    onEnd(latest.current);
  }
  function stop() {
    turn.current = undefined;
    onEnd(latest.current);
  }
  const start = useRef(goOn);
  useEffect(() => {
    void start.current();
    return () => {
      turn.current = undefined;
    };
  }, []);
  return { search, failure, goOn: () => void goOn(), stop };
}

async function readPage(search: Search) {
  const { text, next = 0, groups, lookedAt } = search;
  const answer = await callGlobalSettings('findGroups', { start: next, ...(text !== undefined && { text }) });
  if (!answer.ok) return answer;
  const { nextStart, changedKeysAmong = search.changedKeysAmong } = answer.value;
  const value: Search = {
    ...(text !== undefined && { text }),
    groups: withFound(groups, answer.value.groups),
    lookedAt: lookedAt + answer.value.lookedAt,
    ...(nextStart !== undefined && nextStart > next && { next: nextStart }),
    ...(changedKeysAmong !== undefined && { changedKeysAmong }),
  };
  return { ok: true as const, value };
}
