import { showFlag } from '@forge/bridge';
import { LoadingButton, Stack, Text } from '@forge/react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';

/** Takes a group off the list that was deleted elsewhere. */
export function ForgetGroup({ row, onForgotten }: { row: GroupRow; onForgotten: () => void }) {
  const action = useAction();
  function forget() {
    action.run(
      () => callSpaceSettings('deleteGroup', { groupId: row.groupId, typedName: row.groupName, confirmSelf: false }),
      () => {
        const title = `Group ${row.groupName} is off the list`;
        showFlag({ id: 'group-forgotten', type: 'success', title, isAutoDismiss: true });
        onForgotten();
      },
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Text>If somebody has deleted it in Atlassian Administration, you can take it off the list of this space.</Text>
      <LoadingButton isLoading={action.busy} onClick={forget}>
        Take it off the list
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </Stack>
  );
}
