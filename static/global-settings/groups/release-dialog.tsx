import { showFlag } from '@forge/bridge';
import { Text } from '@forge/react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

interface Props {
  row: SiteGroupRow;
  onReleased: () => void;
  onClose: () => void;
}

/** Ends a group's belonging to a space. The group itself stays. */
export function ReleaseDialog({ row, onReleased, onClose }: Props) {
  const action = useAction();
  function release() {
    action.run(
      () => callGlobalSettings('releaseGroup', { groupId: row.groupId }),
      () => {
        showFlag({
          id: 'group-released',
          type: 'success',
          title: `Group ${row.groupName} is released`,
          isAutoDismiss: true,
        });
        onReleased();
      },
    );
  }
  return (
    <ConfirmDialog
      title={`Release ${row.groupName}?`}
      confirmLabel="Release group"
      appearance="warning"
      action={action}
      onConfirm={release}
      onCancel={onClose}
    >
      <Text>
        The group itself stays, with its members and everything it gives them. It only stops belonging to this space:
        its admins can no longer change it with this app. A site administrator can adopt it again.
      </Text>
    </ConfirmDialog>
  );
}
