import { showFlag } from '@forge/bridge';
import { Button, Checkbox, Code, Heading, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { Filled } from '../../feedback/filled';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import type { Action } from '../../hooks/use-action';
import { useAction } from '../../hooks/use-action';

interface Props {
  group: GroupRow;
  callerIsMember: boolean;
  onDeleted: () => void;
}

/** Deletes the group after its name is typed; says why it can't be deleted if that's off. */
export function DeleteGroup({ group, callerIsMember, onDeleted }: Props) {
  const [confirming, setConfirming] = useState(false);
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="small">
        {SPACE_PAGE.deleteThis}
      </Heading>
      {group.deletable ? (
        <Button onClick={() => setConfirming(true)}>{SPACE_PAGE.deleteConfirm}</Button>
      ) : (
        <Text>{SPACE_PAGE.notDeletable}</Text>
      )}
      {confirming && (
        <DeleteDialog
          group={group}
          callerIsMember={callerIsMember}
          onDeleted={onDeleted}
          onClose={() => setConfirming(false)}
        />
      )}
    </Stack>
  );
}

interface DialogProps extends Props {
  onClose: () => void;
}

function DeleteDialog({ group, callerIsMember, onDeleted, onClose }: DialogProps) {
  const [typedName, setTypedName] = useState('');
  const [confirmSelf, setConfirmSelf] = useState(false);
  const [problems, setProblems] = useState<{ name?: string; self?: string }>({});
  const action = useAction();
  const selfProblem = problems.self ?? problemOf(action.failure, 'confirmSelf');
  const asksSelf = callerIsMember || confirmSelf || selfProblem !== undefined;
  const renamed = problemOf(action.failure, 'typedName');
  function remove() {
    const found = {
      // Once the app has returned another name, only the app can judge.
      ...(typedName === group.groupName || renamed !== undefined ? {} : { name: SPACE_PAGE.typedNameWrong }),
      ...(asksSelf && !confirmSelf ? { self: SPACE_PAGE.loseItMissing } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    action.run(
      () => callSpaceSettings('deleteGroup', { groupId: group.groupId, typedName, confirmSelf }),
      ({ deleted, answerLost }) => {
        showFlag({ id: 'group-deleted', type: 'success', ...endOf(group.groupName, deleted, answerLost) });
        onDeleted();
      },
    );
  }
  const nameProblem = problems.name ?? renamed;
  return (
    <ConfirmDialog
      title={SPACE_PAGE.deleteTitle}
      confirmLabel={SPACE_PAGE.deleteGroup}
      appearance="danger"
      action={withoutFieldFailures(action)}
      onConfirm={remove}
      onCancel={onClose}
    >
      <SectionMessage appearance="warning" title={SPACE_PAGE.noUndo}>
        <Text>{SPACE_PAGE.noUndoText}</Text>
      </SectionMessage>
      <Text>
        <Filled sentence={SPACE_PAGE.typeToConfirm} parts={{ name: <Code>{group.groupName}</Code> }} />
      </Text>
      <Stack>
        <Label labelFor="typed-name">{SPACE_PAGE.typedName}</Label>
        <Textfield
          id="typed-name"
          name="typed-name"
          value={typedName}
          isInvalid={nameProblem !== undefined}
          onChange={(event) => setTypedName(String(event.target.value))}
        />
        <FieldProblem problem={nameProblem} />
      </Stack>
      {asksSelf && (
        <Stack>
          <Checkbox
            label={SPACE_PAGE.loseIt}
            isChecked={confirmSelf}
            onChange={(event) => setConfirmSelf(event.target.checked === true)}
          />
          <FieldProblem problem={selfProblem} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}

function endOf(group: string, deleted: boolean, answerLost = false) {
  if (answerLost) return { title: say(SPACE_PAGE.goneUnsure, { group }), description: SPACE_PAGE.goneUnsureText };
  return { title: say(deleted ? SPACE_PAGE.deleted : SPACE_PAGE.goneAlready, { group }), isAutoDismiss: true };
}

/** Leaves out of a dialog's action the failures that are shown at its fields. */
function withoutFieldFailures({ failure, ...action }: Action): Action {
  return failure === undefined || isShownAtFields(failure, ['typedName', 'confirmSelf'])
    ? action
    : { ...action, failure };
}
