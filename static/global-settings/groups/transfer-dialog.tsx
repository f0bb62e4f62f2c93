import { Text } from '@forge/react';
import { useState } from 'react';
import type { ComponentProps } from 'react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { flagSuccess } from '../../feedback/flag';
import { failureBesides, problemOf } from '../../fields/field-problem';
import { TextField } from '../../fields/text-field';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';

interface Props {
  row: SiteGroupRow;
  siteAdmin: SiteAdmin;
  onTransferred: () => void;
  onClose: () => void;
}

/** Gives a group to another space, named by its key. */
export function TransferDialog({ row, siteAdmin, onTransferred, onClose }: Props) {
  const [spaceKey, setSpaceKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const proved = useProvedAction(siteAdmin);
  const { action } = proved;
  function transfer() {
    const key = spaceKey.trim();
    setProblem(key === '' ? GROUPS_TAB.transferKeyMissing : undefined);
    if (key === '') return;
    proved.run(
      () => callGlobalSettings('transferGroup', { groupId: row.groupId, spaceKey: key }),
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
      <TargetField value={spaceKey} problem={problem ?? problemOf(action.failure, 'spaceKey')} onChange={setSpaceKey} />
    </ConfirmDialog>
  );
}

type TargetFieldProps = Pick<ComponentProps<typeof TextField>, 'value' | 'problem' | 'onChange'>;

function TargetField(props: TargetFieldProps) {
  return (
    <TextField
      id="transfer-space-key"
      name="spaceKey"
      label={GROUPS_TAB.transferKey}
      help={GROUPS_TAB.transferKeyHelp}
      {...props}
    />
  );
}
