import { useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import { answered } from '../api';
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

/** Sends a list batch by batch, one after the other, and keeps each outcome. */
export function useBatches<Item, Outcome>(
  size: number,
  meaningOf: (outcome: Outcome) => Meaning,
): Batches<Item, Outcome> {
  const nothing: State<Item, Outcome> = { done: [], left: [], busy: false, stopping: false, resumed: false };
  const [state, setState] = useState(nothing);
  const turn = useRef(0);
  /** Known at once, while the state is still on its way to the page: a second press starts nothing. */
  const isRunning = useRef(false);
  const isToStop = useRef(false);
  function wantsStop() {
    return isToStop.current;
  }
  const latest = useRef<Send<Item, Outcome>>();

  async function run(from: Course<Item, Outcome>, send: Send<Item, Outcome>, resumed: boolean): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    turn.current += 1;
    const mine = turn.current;
    isToStop.current = false;
    let course: Course<Item, Outcome> = { done: from.done, left: from.left };
    while (course.left.length > 0 && course.ended === undefined) {
      setState({ ...course, busy: true, stopping: wantsStop(), resumed });
      const answer = await answered(send(course.left.slice(0, size)));
      if (mine !== turn.current) return;
      course = answer.ok
        ? afterBatch(course, answer.value, meaningOf)
        : { ...course, ended: { why: 'failed', failure: answer.failure } };
      if (wantsStop() && course.left.length > 0) course = { ended: { why: 'stopped' }, ...course };
    }
    isRunning.current = false;
    setState({ ...course, busy: false, stopping: false, resumed });
  }
  return {
    ...state,
    start: (items, send) => {
      latest.current = send;
      void run({ done: [], left: [...items] }, send, false);
    },
    resume: () => {
      if (latest.current !== undefined) void run(state, latest.current, true);
    },
    stop: () => {
      isToStop.current = true;
      setState((old) => ({ ...old, stopping: old.busy }));
    },
    reset: () => {
      isRunning.current = false;
      turn.current += 1;
      setState(nothing);
    },
  };
}
