import { showFlag } from '@forge/bridge';
import { HelperMessage, Label, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
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
    setProblem(key === '' ? 'Enter the key or the id of a space.' : undefined);
    if (key === '') return;
    proved.run(
      () => callGlobalSettings('transferGroup', { groupId: row.groupId, spaceKey: key }),
      () => {
        const title = `Group ${row.groupName} is transferred`;
        showFlag({ id: 'group-transferred', type: 'success', title, isAutoDismiss: true });
        onTransferred();
      },
    );
  }
  if (proved.asking) return <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />;
  const shown = problem ?? problemOf(failure, 'spaceKey');
  const other = failure === undefined || isShownAtFields(failure, ['spaceKey']) ? {} : { failure };
  return (
    <ConfirmDialog
      title={`Transfer ${row.groupName}?`}
      confirmLabel="Transfer group"
      action={{ ...action, ...other }}
      onConfirm={transfer}
      onCancel={onClose}
    >
      <Text>
        The admins of the other space can then change this group, and those of the present one no longer can. Its name,
        its members and what it gives them stay as they are.
      </Text>
      <Stack>
        <Label labelFor="transfer-space-key">Key or id of the other space</Label>
        <Textfield
          id="transfer-space-key"
          name="spaceKey"
          value={spaceKey}
          isInvalid={shown !== undefined}
          onChange={(event) => setSpaceKey(String(event.target.value))}
        />
        <HelperMessage>As in the address of the space, for example DEMO</HelperMessage>
        <FieldProblem problem={shown} />
      </Stack>
    </ConfirmDialog>
  );
}
