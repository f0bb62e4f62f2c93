import { Button, Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, SpaceAuditRow, SpaceSettingsView } from '../../src/shared/groups/views';
import { SPACE_PAGE } from '../../src/shared/words/space-settings';
import { callSpaceSettings } from '../api';
import { GroupAudit } from '../audit/group-audit';
import { FailureMessage } from '../feedback/failure-message';
import { UndoneMessage } from './undo/undone-message';
import { useUndo, type Undoable, type Undone } from './undo/use-undo';

interface Props {
  view: SpaceSettingsView;
  groups: readonly GroupRow[];
}

/** Lists who did what in this space, and undoes what can be undone. */
export function SpaceAuditTab({ view, groups }: Props) {
  const [undone, setUndone] = useState<Undone>();
  const [undos, setUndos] = useState(0);
  const undo = useUndo({
    me: view.accountId,
    asksFirst: true,
    onUndone: (result) => {
      setUndone(result);
      setUndos((count) => count + 1);
    },
  });
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {SPACE_PAGE.audit}
      </Heading>
      {undone !== undefined && <UndoneMessage key={undos} undone={undone} onClose={() => setUndone(undefined)} />}
      {undo.failure !== undefined && <FailureMessage failure={undo.failure} />}
      <GroupAudit
        read={(filter, before) =>
          callSpaceSettings('readSpaceAudit', { filter, ...(before === undefined ? {} : { before }) })
        }
        groups={groups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }))}
        changes={undos}
        actionOf={view.manage.allowed ? (row) => undoButton(row, undo) : undefined}
      />
      {undo.dialog}
    </Stack>
  );
}

/** Draws the button of an entry that can be undone. It calls no hook: the table calls it as a plain function. */
function undoButton(row: SpaceAuditRow, { busy, start }: { busy: boolean; start: (change: Undoable) => void }) {
  const { id, action, accountId, groupName = '', mayUndo } = row;
  if (mayUndo !== true || accountId === undefined) return undefined;
  const did = action === 'addMember' ? 'added' : 'removed';
  const change: Undoable = { attemptIds: [id], accountIds: [accountId], groupName, did };
  return (
    <Button spacing="compact" isDisabled={busy} onClick={() => start(change)}>
      {SPACE_PAGE.undo}
    </Button>
  );
}
