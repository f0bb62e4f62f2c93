import { LoadingButton, Stack } from '@forge/react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { useUndo, type Undone } from './use-undo';

interface Props {
  groupName: string;
  /** The user of the page. */
  me: string;
  /** The result of the change. */
  result: PeopleResult;
  did: 'added' | 'removed';
  onUndone: (undone: Undone) => void;
}

/** Undoes the change that was just made, for the people for whom it succeeded. */
export function UndoChange({ groupName, me, result, did, onUndone }: Props) {
  const undo = useUndo({ me, asksFirst: false, onUndone });
  const done = result.people.filter(({ outcome }) => outcome === did);
  const attemptIds = done.flatMap(({ attemptId }) => attemptId ?? []);
  if (attemptIds.length === 0) return null;
  const accountIds = done.map(({ accountId }) => accountId);
  return (
    <Stack alignInline="start" space="space.100">
      <LoadingButton isLoading={undo.busy} onClick={() => undo.start({ attemptIds, accountIds, groupName, did })}>
        {SPACE_PAGE.undo}
      </LoadingButton>
      {undo.failure !== undefined && <FailureMessage failure={undo.failure} />}
      {undo.dialog}
    </Stack>
  );
}
