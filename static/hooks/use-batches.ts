import { useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import { answered, type Answer } from '../api';
import { afterBatch, type Course, type Meaning } from './batches';

type Send<Item, Outcome> = (items: Item[]) => Promise<Result<Outcome[]>>;

export interface Batches<Item, Outcome> extends Course<Item, Outcome> {
  busy: boolean;
  /** A stop was requested, and a batch is still under way. */
  stopping: boolean;
  /** It goes on after it ended: the pressed button is gone. */
  resumed: boolean;
  start: (items: readonly Item[], send: Send<Item, Outcome>) => void;
  /** Sends the rest, after it ended. */
  resume: () => void;
  /** Ends it after the batch that is under way. */
  stop: () => void;
  /** Drops it. An answer that is still to come no longer counts. */
  reset: () => void;
}

type State<Item, Outcome> = Course<Item, Outcome> & Pick<Batches<Item, Outcome>, 'busy' | 'stopping' | 'resumed'>;

/** One way through the list. A later one, or none, makes its answers void. */
interface Turn {
  isToStop: boolean;
}

const NOTHING: State<never, never> = { done: [], left: [], busy: false, stopping: false, resumed: false };

/** Sends a list batch by batch, one after the other, and keeps each outcome. */
export function useBatches<Item, Outcome>(
  size: number,
  meaningOf: (outcome: Outcome) => Meaning,
): Batches<Item, Outcome> {
  const [state, setState] = useState<State<Item, Outcome>>(NOTHING);
  /** Known at once, while the state is still on its way to the page: a second press starts nothing. */
  const current = useRef<Turn>();
  const latest = useRef<Send<Item, Outcome>>();

  async function run(from: Course<Item, Outcome>, send: Send<Item, Outcome>, resumed: boolean): Promise<void> {
    if (current.current !== undefined) return;
    const turn: Turn = { isToStop: false };
    current.current = turn;
    let course: Course<Item, Outcome> = { done: from.done, left: from.left };
    while (course.left.length > 0 && course.ended === undefined) {
      setState({ ...course, busy: true, stopping: turn.isToStop, resumed });
      const answer = await answered(send(course.left.slice(0, size)));
      if (current.current !== turn) return;
      course = afterAnswer(course, answer, meaningOf);
      if (turn.isToStop && course.left.length > 0) course = { ended: { why: 'stopped' }, ...course };
    }
    current.current = undefined;
    setState({ ...course, busy: false, stopping: false, resumed });
  }
  return {
    ...state,
    start: (items, send) => {
      latest.current = send;
      void run({ done: [], left: [...items] }, send, false);
    },
    resume: () => latest.current && void run(state, latest.current, true),
    stop: () => {
      if (current.current !== undefined) current.current.isToStop = true;
      setState((old) => ({ ...old, stopping: old.busy }));
    },
    reset: () => {
      current.current = undefined;
      setState(NOTHING);
    },
  };
}

function afterAnswer<Item, Outcome>(
  course: Course<Item, Outcome>,
  answer: Answer<Outcome[]>,
  meaningOf: (outcome: Outcome) => Meaning,
): Course<Item, Outcome> {
  return answer.ok
    ? afterBatch(course, answer.value, meaningOf)
    : { ...course, ended: { why: 'failed', failure: answer.failure } };
}
