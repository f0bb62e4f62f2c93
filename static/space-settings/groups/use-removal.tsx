import { Text } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import type { Failure } from '../../api';
import { callSpaceSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

interface Removal {
  groupId: string;
  groupName: string;
  /** The user of the page. */
  me: string;
  onRemoved: (result: PeopleResult) => void;
}

/** Removes people from a group. People who remove their own account are asked first. */
export function useRemoval({ groupId, groupName, me, onRemoved }: Removal): {
  remove: (accountIds: string[]) => void;
  busy: boolean;
  /** Failure of a removal without a dialog; a dialog shows its own. */
  failure: Failure | undefined;
  dialog: ReactNode;
} {
  const [confirming, setConfirming] = useState<string[]>();
  const action = useAction();
  function send(accountIds: string[], confirmSelf: boolean) {
    action.run(
      () => callSpaceSettings('removeMembers', { groupId, accountIds, confirmSelf }),
      (result) => {
        setConfirming(undefined);
        onRemoved(result);
      },
    );
  }
  const dialog = confirming !== undefined && (
    <ConfirmDialog
      title={SPACE_PAGE.removeYourself}
      confirmLabel={SPACE_PAGE.removeMe}
      appearance="warning"
      action={action}
      onConfirm={() => send(confirming, true)}
      onCancel={() => setConfirming(undefined)}
    >
      <Text>{say(SPACE_PAGE.removeMeText, { group: groupName })}</Text>
    </ConfirmDialog>
  );
  return {
    remove: (accountIds) => (accountIds.includes(me) ? setConfirming(accountIds) : send(accountIds, false)),
    busy: action.busy,
    failure: confirming === undefined ? action.failure : undefined,
    dialog,
  };
}
