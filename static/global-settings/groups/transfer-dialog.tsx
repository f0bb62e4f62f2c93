import { Box, Text, xcss } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow, SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { flagSuccess } from '../../feedback/flag';
import { failureBesides, problemOf } from '../../fields/field-problem';
import { SpacePicker } from '../space-picker';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';

interface Props {
  row: SiteGroupRow;
  siteAdmin: SiteAdmin;
  onTransferred: () => void;
  onClose: () => void;
}

/** A dialog cuts off what is longer than itself: the menu of the picker would not be seen. */
const roomForMenu = xcss({ minHeight: '320px' });

/** Gives a group to another space. */
export function TransferDialog({ row, siteAdmin, onTransferred, onClose }: Props) {
  const [space, setSpace] = useState<SpaceRow>();
  const [problem, setProblem] = useState<string>();
  const proved = useProvedAction(siteAdmin);
  const { action } = proved;
  function transfer() {
    setProblem(space === undefined ? GROUPS_TAB.transferSpaceMissing : undefined);
    if (space === undefined) return;
    proved.run(
      () => callGlobalSettings('transferGroup', { groupId: row.groupId, spaceKey: space.id }),
      () => {
        flagSuccess('group-transferred', say(GROUPS_TAB.transferred, { group: row.groupName }));
        onTransferred();
      },
    );
  }
  if (proved.confirming) return <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />;
  return (
    <ConfirmDialog
      title={say(GROUPS_TAB.transferTitle, { group: row.groupName })}
      confirmLabel={GROUPS_TAB.transferGroup}
      action={{ busy: action.busy, failure: failureBesides(action.failure, ['spaceKey']) }}
      onConfirm={transfer}
      onCancel={onClose}
    >
      <Text>{GROUPS_TAB.transferText}</Text>
      <Box xcss={roomForMenu}>
        <SpacePicker
          {...{ id: 'transfer-space', name: 'space', label: GROUPS_TAB.transferSpace }}
          help={GROUPS_TAB.transferSpaceHelp}
          picked={space}
          without={row.spaceId}
          problem={space === undefined ? problem : problemOf(action.failure, 'spaceKey')}
          onPick={setSpace}
        />
      </Box>
    </ConfirmDialog>
  );
}
