import { useEffect, useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import { answered } from '../api';
import type { Failure } from '../api';

interface State<T> {
  loading: boolean;
  /** The latest value, also while the next one is on its way or has failed. */
  value?: T;
  failure?: Failure;
}

export interface Call<T> extends State<T> {
  reload: () => void;
  /** Takes over a value that another call has answered. */
  replace: (value: T) => void;
}

/**
 * Reads something when the part of the page appears, and again whenever `key` changes.
 *
 * An answer that a later call has overtaken is dropped. `known`: the first value, if the page has it already; it isn't read then.
 */
export function useCall<T>(call: () => Promise<Result<T>>, key = '', known?: T): Call<T> {
  const [{ startedFor, ...state }, setState] = useState<State<T> & { startedFor: string }>(
    known === undefined ? { loading: true, startedFor: key } : { loading: false, value: known, startedFor: key },
  );
  const isKnown = useRef(known !== undefined);
  const turn = useRef(0);

  async function load(): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setState((old) => (old.loading && old.startedFor === key ? old : { ...old, loading: true, startedFor: key }));
    const answer = await answered(call());
    if (mine !== turn.current) return;
    setState(({ failure: _old, ...kept }) =>
      answer.ok
        ? { loading: false, value: answer.value, startedFor: kept.startedFor }
        : { ...kept, loading: false, failure: answer.failure },
    );
  }
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });
  useEffect(() => {
    if (!isKnown.current) void latestLoad.current();
    isKnown.current = false;
  }, [key]);

  function replace(value: T): void {
    turn.current += 1;
    setState({ loading: false, value, startedFor: key });
  }
  // Between a new key and its reading the page is drawn once with the old value.
  return { ...state, loading: state.loading || startedFor !== key, reload: () => void load(), replace };
}
