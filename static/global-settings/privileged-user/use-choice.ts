import { showFlag } from '@forge/bridge';
import { useState } from 'react';

import type { SaveOutcome } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { pickedId } from '../../fields/picked';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import type { Nominee } from './nominee';
import type { RefusedOutcome } from './refused';

/** Holds the choice of a privileged user, and saves it. `pending`: the person who was asked and hasn't answered. */
export function useChoice(version: number, pending: Nominee | undefined, onSaved: (outcome: SaveOutcome) => void) {
  const [picked, setPicked] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<RefusedOutcome>();
  /** Counts what was saved: each time the picker starts empty again. */
  const [saves, setSaves] = useState(0);
  const [replacing, setReplacing] = useState(false);
  const action = useAction();
  function pick(value: unknown) {
    setPicked(pickedId(value));
    setProblem(undefined);
    setRefused(undefined);
  }
  function saved(outcome: SaveOutcome) {
    if (outcome.outcome === 'refused') {
      setRefused(outcome);
      return;
    }
    setPicked(undefined);
    setRefused(undefined);
    setSaves((count) => count + 1);
    flagFor(outcome.outcome);
    onSaved(outcome);
  }
  const save = useLatest(() => {
    setProblem(picked === undefined ? PRIVILEGED_USER.pickFirst : undefined);
    if (picked === undefined) return;
    const asksFirst = pending !== undefined && !replacing;
    setReplacing(asksFirst);
    if (asksFirst) return;
    action.run(() => callGlobalSettings('savePrivilegedUser', { accountId: picked, version }), saved);
  });
  return { problem, refused, saves, replacing, action, pick, save, keep: () => setReplacing(false) };
}

function flagFor(outcome: 'active' | 'waiting'): void {
  showFlag({
    id: 'privileged-user-saved',
    type: outcome === 'active' ? 'success' : 'info',
    title: outcome === 'active' ? PRIVILEGED_USER.saved : PRIVILEGED_USER.savedWaiting,
    isAutoDismiss: true,
  });
}
