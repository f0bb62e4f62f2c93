import { useRef, useState } from 'react';

import type { PersonGroups } from '../../../src/shared/groups/member-views';
import { callSpaceSettings } from '../../api';
import { useAction } from '../../hooks/use-action';

/** The person who was named last, and their groups of this space. */
export interface FoundPerson {
  accountId: string;
  view: PersonGroups;
}

/** Looks up the groups of one person: the one who was named last. */
export function useLookUp() {
  const [found, setFound] = useState<FoundPerson>();
  const requested = useRef<string>();
  const action = useAction();
  function request(accountId: string | undefined) {
    requested.current = accountId;
    setFound(undefined);
    action.forget();
    if (accountId === undefined) return;
    action.run(
      () => callSpaceSettings('readPersonGroups', { accountId }),
      (view) => {
        if (requested.current === accountId) setFound({ accountId, view });
        else request(requested.current);
      },
    );
  }
  return { found, action, requested: requested.current, request, again: () => request(requested.current) };
}
