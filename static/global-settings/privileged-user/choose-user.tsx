import { Heading, LoadingButton, Stack, Text, UserPicker } from '@forge/react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { isChosen } from '../../feedback/state-signs';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import type { Action } from '../../hooks/use-action';
import { nomineeOf, type Nominee } from './nominee';
import { Refused } from './refused';
import { useChoice } from './use-choice';

interface Props {
  view: PrivilegedUserView;
  onSaved: (outcome: SaveOutcome) => void;
  onReload: () => void;
}

/** Picks an account, has it checked, and stores it if it passes. */
export function ChooseUser({ view, onSaved, onReload }: Props) {
  const pending = nomineeOf(view);
  const choice = useChoice(view.version, pending, onSaved);
  const { action, refused, save } = choice;
  const failure = failureBesides(action.failure, ['accountId']);
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {isChosen(view.state) ? PRIVILEGED_USER.chooseAnother : PRIVILEGED_USER.choose}
      </Heading>
      <AccountPicker
        key={choice.saves}
        problem={choice.problem ?? problemOf(action.failure, 'accountId')}
        onPick={choice.pick}
      />
      <Stack alignInline="start" space="space.100">
        <LoadingButton appearance="primary" isLoading={action.busy} onClick={save}>
          {PRIVILEGED_USER.save}
        </LoadingButton>
        <Text color="color.text.subtle">{action.busy ? PRIVILEGED_USER.saving : PRIVILEGED_USER.saveHelp}</Text>
      </Stack>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={save} onReload={onReload} />}
      {refused !== undefined && <Refused outcome={refused} />}
      {choice.replacing && pending !== undefined && (
        <ReplaceDialog pending={pending} action={action} onConfirm={save} onCancel={choice.keep} />
      )}
    </Stack>
  );
}

interface PickerProps {
  problem: string | undefined;
  onPick: (user: unknown) => void;
}

function AccountPicker({ problem, onPick }: PickerProps) {
  return (
    <Stack>
      <UserPicker
        name="privilegedUser"
        label={PRIVILEGED_USER.account}
        placeholder={PRIVILEGED_USER.typeName}
        description={PRIVILEGED_USER.accountHelp}
        onChange={onPick}
      />
      <FieldProblem problem={problem} />
    </Stack>
  );
}

interface ReplaceProps {
  pending: Nominee;
  action: Action;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a pending request ends. */
function ReplaceDialog({ pending, action, onConfirm, onCancel }: ReplaceProps) {
  return (
    <ConfirmDialog
      title={PRIVILEGED_USER.replaceTitle}
      confirmLabel={PRIVILEGED_USER.replace}
      appearance="warning"
      action={action}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Person label={PRIVILEGED_USER.waitingFor} accountId={pending.accountId} />
      <Text>{PRIVILEGED_USER.replaceText}</Text>
    </ConfirmDialog>
  );
}
