import { useState } from 'react';

import type { Result } from '../../../src/shared/result';
import type { Failure } from '../../api';
import { useAction } from '../../hooks/use-action';
import type { Action } from '../../hooks/use-action';

/** Until when the person who looks at the page counts as a site admin. `until` is absent before they confirmed it, and once it is over. */
export interface SiteAdmin {
  until: string | undefined;
  setUntil: (until: string | undefined) => void;
}

export interface ProvedAction {
  action: Action;
  /** Makes the call, after the person confirmed that they're a site admin where that is missing. */
  run: <T>(call: () => Promise<Result<T>>, onSuccess: (value: T) => void) => void;
  /** The person must confirm it before what they pressed goes on. */
  asking: boolean;
  confirmed: (until: string) => void;
  cancel: () => void;
}

/** One change that only a site admin may make. Whether the proof still holds is the app's clock to say, so the page asks when the app refuses. */
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
    asking: pressed?.waits === true || isOver(action.failure),
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
