import { useEffect, useRef, useState } from 'react';

import type { Answer, Failure } from '../api';

/** Holds what was read so far, and the place from which to read on. Absent: all of it was read. */
interface ReadPart<Read, Place> {
  read: Read;
  next?: Place | undefined;
}

interface Source<Read, Place> {
  nothing: Read;
  first: Place;
  /** Reads the next page, and adds it to what was read. */
  readOn: (read: Read, place: Place) => Promise<Answer<ReadPart<Read, Place>>>;
}

type Reading<Read, Place> =
  | { state: 'idle' }
  | { state: 'stopped'; read?: Read }
  | { state: 'reading'; read: Read }
  | { state: 'failed'; read: Read; place: Place; failure: Failure }
  | { state: 'done'; read: Read };

/** Reads all pages of something, one after the other, until it's stopped or left. */
export function useReadAll<Read, Place>({ nothing, first, readOn }: Source<Read, Place>) {
  const [current, setCurrent] = useState<Reading<Read, Place>>({ state: 'idle' });
  /** Counts what was started: an answer to anything earlier is dropped. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function readFrom(from: Read, start: Place): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    let part: ReadPart<Read, Place> = { read: from, next: start };
    while (part.next !== undefined) {
      const { read, next } = part;
      setCurrent({ state: 'reading', read });
      const answer: Answer<ReadPart<Read, Place>> = await readOn(read, next);
      if (mine !== turn.current) return;
      if (!answer.ok) return setCurrent({ state: 'failed', read, place: next, failure: answer.failure });
      part = answer.value;
    }
    setCurrent({ state: 'done', read: part.read });
  }

  return {
    current,
    begin: () => void readFrom(nothing, first),
    /** Reads on where a page couldn't be read. */
    retry: () => {
      if (current.state === 'failed') void readFrom(current.read, current.place);
    },
    /** Ends it. What was read until it was stopped stays. */
    end: (state: 'idle' | 'stopped') => {
      turn.current += 1;
      setCurrent((before) => (state === 'stopped' && 'read' in before ? { state, read: before.read } : { state }));
    },
  };
}
