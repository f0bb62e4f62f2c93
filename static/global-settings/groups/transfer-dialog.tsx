import { HelperMessage, Label, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { flagSuccess } from '../../feedback/flag';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
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
      <SpaceKeyField
        spaceKey={spaceKey}
        problem={problem ?? problemOf(action.failure, 'spaceKey')}
        onType={setSpaceKey}
      />
    </ConfirmDialog>
  );
}

interface FieldProps {
  spaceKey: string;
  problem: string | undefined;
  onType: (spaceKey: string) => void;
}

function SpaceKeyField({ spaceKey, problem, onType }: FieldProps) {
  return (
    <Stack>
      <Label labelFor="transfer-space-key">{GROUPS_TAB.transferKey}</Label>
      <Textfield
        id="transfer-space-key"
        name="spaceKey"
        value={spaceKey}
        isInvalid={problem !== undefined}
        onChange={(event) => onType(String(event.target.value))}
      />
      <HelperMessage>{GROUPS_TAB.transferKeyHelp}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}
