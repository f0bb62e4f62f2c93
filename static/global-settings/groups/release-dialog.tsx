import { Text } from '@forge/react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { flagSuccess } from '../../feedback/flag';
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
        flagSuccess('group-released', say(GROUPS_TAB.stopped, { group: row.groupName }));
        onReleased();
      },
    );
  }
  return (
    <ConfirmDialog
      title={say(GROUPS_TAB.stopTitle, { group: row.groupName })}
      confirmLabel={GROUPS_TAB.stop}
      appearance="warning"
      action={action}
      onConfirm={release}
      onCancel={onClose}
    >
      <Text>{GROUPS_TAB.stopText}</Text>
    </ConfirmDialog>
  );
}
