import { LoadingButton, Stack, Text } from '@forge/react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { flagSuccess } from '../../feedback/flag';
import { useAction } from '../../hooks/use-action';

/** Removes a group from the list that was deleted elsewhere. */
export function ForgetGroup({ row, onForgotten }: { row: GroupRow; onForgotten: () => void }) {
  const action = useAction();
  function forget() {
    action.run(
      () => callSpaceSettings('deleteGroup', { groupId: row.groupId, typedName: row.groupName, confirmSelf: false }),
      () => {
        const title = say(SPACE_PAGE.forgotten, { group: row.groupName });
        flagSuccess('group-forgotten', title);
        onForgotten();
      },
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Text>{SPACE_PAGE.goneText}</Text>
      <LoadingButton isLoading={action.busy} onClick={forget}>
        {SPACE_PAGE.forget}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </Stack>
  );
}
