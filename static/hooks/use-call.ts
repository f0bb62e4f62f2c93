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
 * An answer that a later call has overtaken is dropped.
 */
export function useCall<T>(call: () => Promise<Result<T>>, key = ''): Call<T> {
  const [state, setState] = useState<State<T>>({ loading: true });
  const turn = useRef(0);

  async function load(): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setState((old) => (old.loading ? old : { ...old, loading: true }));
    const answer = await answered(call());
    if (mine !== turn.current) return;
    setState(({ failure: _old, ...kept }) =>
      answer.ok ? { loading: false, value: answer.value } : { ...kept, loading: false, failure: answer.failure },
    );
  }
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });
  useEffect(() => {
    void latestLoad.current();
  }, [key]);

  function replace(value: T): void {
    turn.current += 1;
    setState({ loading: false, value });
  }
  return { ...state, reload: () => void load(), replace };
}
