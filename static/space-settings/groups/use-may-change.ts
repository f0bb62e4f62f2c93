import { useRef, useState } from 'react';

import type { BlockedGroup } from '../../../src/shared/groups/views';
import { answered, callSpaceSettings } from '../../api';

export interface MayChange {
  blocked: BlockedGroup | undefined;
  /** Somebody begins to choose whom to add or remove, or to delete the group. */
  ask: () => void;
}

/** Asks once, when somebody begins to change something, whether a group may be changed at all. What can't be read is told to those who try. */
export function useMayChange(groupId: string): MayChange {
  const [blocked, setBlocked] = useState<BlockedGroup>();
  const isAsked = useRef(false);
  async function ask() {
    if (isAsked.current) return;
    isAsked.current = true;
    const answer = await answered(callSpaceSettings('mayChangeGroup', { groupId }));
    isAsked.current = answer.ok;
    if (answer.ok) setBlocked(answer.value.blocked);
  }
  return { blocked, ask: () => void ask() };
}
