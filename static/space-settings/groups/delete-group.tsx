import { showFlag } from '@forge/bridge';
import { Button, Checkbox, Code, Heading, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import type { Action } from '../../hooks/use-action';
import { useAction } from '../../hooks/use-action';

interface Props {
  group: GroupRow;
  callerIsMember: boolean;
  onDeleted: () => void;
}

/** Deletes the group after its name was typed; says why not where that is off. */
export function DeleteGroup({ group, callerIsMember, onDeleted }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="small">
        Delete this group
      </Heading>
      {group.deletable ? (
        <Button onClick={() => setAsking(true)}>Delete group…</Button>
      ) : (
        <Text>
          This group was taken over: it existed before, and other spaces or products may rely on it. A site admin can
          allow deleting it, in the settings of this app.
        </Text>
      )}
      {asking && (
        <DeleteDialog
          group={group}
          callerIsMember={callerIsMember}
          onDeleted={onDeleted}
          onClose={() => setAsking(false)}
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
      // Once the app has named another name, it alone can judge.
      ...(typedName === group.groupName || renamed !== undefined
        ? {}
        : { name: 'Type the name exactly as it is shown above.' }),
      ...(asksSelf && !confirmSelf ? { self: 'Confirm that you lose this group too.' } : {}),
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
      title="Delete this group?"
      confirmLabel="Delete group"
      appearance="danger"
      action={withoutFieldFailures(action)}
      onConfirm={remove}
      onCancel={onClose}
    >
      <SectionMessage appearance="warning" title="This can’t be undone">
        <Text>
          Pages restricted only to this group may become visible to everyone in their space. Other spaces and products
          lose the group too, and with it whatever it gave its members there.
        </Text>
      </SectionMessage>
      <Text>
        To confirm, type <Code>{group.groupName}</Code>
      </Text>
      <Stack>
        <Label labelFor="typed-name">Name of the group</Label>
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
            label="I am in this group myself, and I lose what it gives me"
            isChecked={confirmSelf}
            onChange={(event) => setConfirmSelf(event.target.checked === true)}
          />
          <FieldProblem problem={selfProblem} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}

function endOf(name: string, deleted: boolean, answerLost = false) {
  if (!answerLost) {
    return { title: deleted ? `Group ${name} is deleted` : `Group ${name} was gone already`, isAutoDismiss: true };
  }
  const description = 'Confluence’s answer was lost, so we don’t know whether this request deleted it.';
  return { title: `Group ${name} is gone now`, description };
}

/** A dialog's action without the failures that are shown at its fields. */
function withoutFieldFailures({ failure, ...action }: Action): Action {
  return failure === undefined || isShownAtFields(failure, ['typedName', 'confirmSelf'])
    ? action
    : { ...action, failure };
}
