import { showFlag } from '@forge/bridge';
import { HelperMessage, Label, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
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
  const { failure, ...action } = proved.action;
  function transfer() {
    const key = spaceKey.trim();
    setProblem(key === '' ? GROUPS_TAB.transferKeyMissing : undefined);
    if (key === '') return;
    proved.run(
      () => callGlobalSettings('transferGroup', { groupId: row.groupId, spaceKey: key }),
      () => {
        const title = say(GROUPS_TAB.transferred, { group: row.groupName });
        showFlag({ id: 'group-transferred', type: 'success', title, isAutoDismiss: true });
        onTransferred();
      },
    );
  }
  if (proved.confirming) return <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />;
  const shown = problem ?? problemOf(failure, 'spaceKey');
  const other = failure === undefined || isShownAtFields(failure, ['spaceKey']) ? {} : { failure };
  return (
    <ConfirmDialog
      title={say(GROUPS_TAB.transferTitle, { group: row.groupName })}
      confirmLabel={GROUPS_TAB.transferGroup}
      action={{ ...action, ...other }}
      onConfirm={transfer}
      onCancel={onClose}
    >
      <Text>{GROUPS_TAB.transferText}</Text>
      <Stack>
        <Label labelFor="transfer-space-key">{GROUPS_TAB.transferKey}</Label>
        <Textfield
          id="transfer-space-key"
          name="spaceKey"
          value={spaceKey}
          isInvalid={shown !== undefined}
          onChange={(event) => setSpaceKey(String(event.target.value))}
        />
        <HelperMessage>{GROUPS_TAB.transferKeyHelp}</HelperMessage>
        <FieldProblem problem={shown} />
      </Stack>
    </ConfirmDialog>
  );
}
