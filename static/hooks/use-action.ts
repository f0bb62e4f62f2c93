import { useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import { answered } from '../api';
import type { Failure } from '../api';

interface State {
  busy: boolean;
  failure?: Failure;
}

export interface Action extends State {
  /** Makes one call; ignores a second one while the first is under way. `onSuccess` gets the value. */
  run: <T>(call: () => Promise<Result<T>>, onSuccess: (value: T) => void) => void;
  /** Removes the message of the last failure. */
  forget: () => void;
}

/** Holds one change that a person requests: whether it's under way, and why it failed. */
export function useAction(): Action {
  const [state, setState] = useState<State>({ busy: false });
  const busy = useRef(false);
  async function run<T>(call: () => Promise<Result<T>>, onSuccess: (value: T) => void): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setState({ busy: true });
    const answer = await answered(call());
    busy.current = false;
    setState(answer.ok ? { busy: false } : { busy: false, failure: answer.failure });
    if (answer.ok) onSuccess(answer.value);
  }
  return {
    ...state,
    run: (call, onSuccess) => void run(call, onSuccess),
    forget: () => setState({ busy: busy.current }),
  };
}
