import { showFlag } from '@forge/bridge';
import { Checkbox, Code, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { Filled } from '../../feedback/filled';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useCall } from '../../hooks/use-call';

interface Props {
  group: GroupRow;
  callerIsMember: boolean;
  onDeleted: () => void;
  onClose: () => void;
}

/** Says how many members the group has now, asks for its name before it's deleted, and for a confirmation from those who lose what it gives them. */
export function DeleteDialog({ group, callerIsMember, onDeleted, onClose }: Props) {
  const [typedName, setTypedName] = useState('');
  const [confirmSelf, setConfirmSelf] = useState(false);
  const [problems, setProblems] = useState<{ name?: string; self?: string }>({});
  const { busy, failure, run } = useAction();
  const selfProblem = problems.self ?? problemOf(failure, 'confirmSelf');
  const asksSelf = callerIsMember || confirmSelf || selfProblem !== undefined;
  const renamed = problemOf(failure, 'typedName');
  function remove() {
    const found = {
      // Once the app has returned another name, only the app can judge.
      ...(typedName === group.groupName || renamed !== undefined ? {} : { name: SPACE_PAGE.typedNameWrong }),
      ...(asksSelf && !confirmSelf ? { self: SPACE_PAGE.loseItMissing } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    run(
      () => callSpaceSettings('deleteGroup', { groupId: group.groupId, typedName, confirmSelf }),
      ({ deleted, answerLost }) => {
        showFlag({ id: 'group-deleted', type: 'success', ...endOf(group.groupName, deleted, answerLost) });
        onDeleted();
      },
    );
  }
  const action = { busy, failure: failureBesides(failure, ['typedName', 'confirmSelf']) };
  const words = { title: SPACE_PAGE.deleteTitle, confirmLabel: SPACE_PAGE.deleteGroup };
  return (
    <ConfirmDialog {...words} appearance="danger" action={action} onConfirm={remove} onCancel={onClose}>
      <Warning group={group} />
      <TypedName typed={typedName} problem={problems.name ?? renamed} onType={setTypedName} />
      {asksSelf && <LoseIt isConfirmed={confirmSelf} problem={selfProblem} onConfirm={setConfirmSelf} />}
    </ConfirmDialog>
  );
}

function endOf(group: string, deleted: boolean, answerLost = false) {
  if (answerLost) return { title: say(SPACE_PAGE.goneUnsure, { group }), description: SPACE_PAGE.goneUnsureText };
  return { title: say(deleted ? SPACE_PAGE.deleted : SPACE_PAGE.goneAlready, { group }), isAutoDismiss: true };
}

function Warning({ group: { groupId, groupName } }: { group: GroupRow }) {
  const { value, loading } = useCall(() => callSpaceSettings('countMembers', { groupIds: [groupId] }));
  const n = value?.groups[0]?.members;
  const unknown = loading ? SPACE_PAGE.countingMembers : SPACE_PAGE.membersNotCounted;
  return (
    <>
      <Text>{n === undefined ? unknown : say(SPACE_PAGE.membersNow, { n })}</Text>
      <SectionMessage appearance="warning" title={SPACE_PAGE.noUndo}>
        <Text>{SPACE_PAGE.noUndoText}</Text>
      </SectionMessage>
      <Text>
        <Filled sentence={SPACE_PAGE.typeToConfirm} parts={{ name: <Code>{groupName}</Code> }} />
      </Text>
    </>
  );
}

interface TypedProps {
  typed: string;
  problem: string | undefined;
  onType: (name: string) => void;
}

function TypedName({ typed, problem, onType }: TypedProps) {
  return (
    <Stack>
      <Label labelFor="typed-name">{SPACE_PAGE.typedName}</Label>
      <Textfield
        id="typed-name"
        name="typed-name"
        value={typed}
        isInvalid={problem !== undefined}
        onChange={(event) => onType(String(event.target.value))}
      />
      <FieldProblem problem={problem} />
    </Stack>
  );
}

interface LoseProps {
  isConfirmed: boolean;
  problem: string | undefined;
  onConfirm: (isConfirmed: boolean) => void;
}

function LoseIt({ isConfirmed, problem, onConfirm }: LoseProps) {
  return (
    <Stack>
      <Checkbox
        label={SPACE_PAGE.loseIt}
        isChecked={isConfirmed}
        onChange={(event) => onConfirm(event.target.checked === true)}
      />
      <FieldProblem problem={problem} />
    </Stack>
  );
}
