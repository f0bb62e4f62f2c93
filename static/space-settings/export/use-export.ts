import { useEffect, useRef, useState } from 'react';

import type { NamedMemberPage } from '../../../src/shared/groups/views';
import { answered, callSpaceSettings } from '../../api';
import type { Answer, Failure } from '../../api';
import { NOTHING_READ, withPage, type MembersRead } from './members-read';

type Export =
  | { state: 'idle' }
  | { state: 'stopped' }
  | { state: 'reading'; read: MembersRead }
  | { state: 'failed'; read: MembersRead; start: number; failure: Failure }
  | { state: 'done'; read: MembersRead };

/** Reads all members of a group, page by page, until it's stopped or left. */
export function useExport(groupId: string) {
  const [current, setCurrent] = useState<Export>({ state: 'idle' });
  /** Counts what was started: an answer to anything earlier is dropped. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function readFrom(from: MembersRead, position: number): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    let read = from;
    let start: number | undefined = position;
    while (start !== undefined) {
      setCurrent({ state: 'reading', read });
      const answer: Answer<NamedMemberPage> = await answered(callSpaceSettings('readMembers', { groupId, start }));
      if (mine !== turn.current) return;
      if (!answer.ok) return setCurrent({ state: 'failed', read, start, failure: answer.failure });
      read = withPage(read, answer.value);
      start = answer.value.nextStart;
    }
    setCurrent({ state: 'done', read });
  }

  return {
    current,
    begin: () => void readFrom(NOTHING_READ, 0),
    /** Reads on where a page couldn't be read. */
    retry: () => {
      if (current.state === 'failed') void readFrom(current.read, current.start);
    },
    /** Drops what was read. */
    end: (state: 'idle' | 'stopped') => {
      turn.current += 1;
      setCurrent({ state });
    },
  };
}
