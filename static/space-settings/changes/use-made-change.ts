import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';

type Shown = { what: 'change'; change: ChangeView } | { what: 'past'; changeId: string };

/** Holds the change that was made here, as it was last seen: it's shown without being read again. */
export function useMadeChange(first?: ChangeView) {
  const [made, setMade] = useState(first);
  return {
    make: setMade,
    move: (change: ChangeView) => setMade((old) => (old?.changeId === change.changeId ? change : old)),
    shown: (changeId: string | undefined): Shown | undefined => {
      if (changeId === undefined) return undefined;
      return made?.changeId === changeId ? { what: 'change', change: made } : { what: 'past', changeId };
    },
  };
}
