import { LoadingButton, Stack } from '@forge/react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';

interface Props {
  groupId: string;
  /** The result of the removal. */
  result: PeopleResult;
  onAdded: (result: PeopleResult) => void;
}

/** Undoes a removal: adds the people again who were just removed. */
export function AddBack({ groupId, result, onAdded }: Props) {
  const action = useAction();
  const removed = result.people.filter(({ outcome }) => outcome === 'removed').map(({ accountId }) => accountId);
  if (removed.length === 0) return null;
  return (
    <Stack alignInline="start" space="space.100">
      <LoadingButton
        isLoading={action.busy}
        onClick={() => action.run(() => callSpaceSettings('addMembers', { groupId, accountIds: removed }), onAdded)}
      >
        {SPACE_PAGE.undo}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </Stack>
  );
}
