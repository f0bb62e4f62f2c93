import { useState } from 'react';

import type { Result } from '../../../src/shared/result';
import type { Failure } from '../../api';
import { useAction } from '../../hooks/use-action';
import type { Action } from '../../hooks/use-action';

/** Tells until when the user counts as a site admin. `until` is absent before they confirm it, and once it's over. */
export interface SiteAdmin {
  until: string | undefined;
  setUntil: (until: string | undefined) => void;
}

export interface ProvedAction {
  action: Action;
  /** Makes the call, after the person confirms that they're a site admin if they haven't yet. */
  run: <T>(call: () => Promise<Result<T>>, onSuccess: (value: T) => void) => void;
  /** The person must confirm it before the action goes on. */
  confirming: boolean;
  confirmed: (until: string) => void;
  cancel: () => void;
}

/** Makes a change that only a site admin may make. The app's clock decides whether the proof still holds, so the page asks when the app refuses. */
export function useProvedAction({ until, setUntil }: SiteAdmin): ProvedAction {
  const action = useAction();
  const [pressed, setPressed] = useState<{ go: () => void; waits: boolean }>();
  return {
    action,
    run: (call, onSuccess) => {
      function go() {
        action.run(call, onSuccess);
      }
      setPressed({ go, waits: until === undefined });
      if (until !== undefined) go();
    },
    confirming: pressed?.waits === true || isOver(action.failure),
    confirmed: (next) => {
      setUntil(next);
      if (pressed === undefined) return;
      setPressed({ ...pressed, waits: false });
      pressed.go();
    },
    cancel: () => {
      setPressed(undefined);
      if (isOver(action.failure)) setUntil(undefined);
      action.forget();
    },
  };
}

function isOver(failure: Failure | undefined): boolean {
  return failure?.code === 'FORBIDDEN' && failure.reason === 'NOT_SITE_ADMIN';
}
