import { showFlag } from '@forge/bridge';
import { Heading, LoadingButton, SectionMessage, Stack, Text, UserPicker } from '@forge/react';
import { useState } from 'react';

import type { Check, PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { isChosen } from '../../feedback/state-signs';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { pickedId } from '../../fields/picked';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { CheckList, checkText } from '../check-list';
import { nomineeOf } from './nominee';

interface Props {
  view: PrivilegedUserView;
  /** This is what the page is for at the moment. */
  isMain: boolean;
  onSaved: (outcome: SaveOutcome) => void;
  onReload: () => void;
}

export type RefusedOutcome = Extract<SaveOutcome, { outcome: 'refused' }>;

/** The test groups that are still there, in words. */
export function leftoverText(names: string[]): string {
  return `These test groups could not be deleted yet: ${names.join(', ')}. The app tries again every day; you can also delete them in Atlassian Administration.`;
}

/** A choice that did not pass: which check, and that nothing was stored. */
export function Refused({ outcome }: { outcome: RefusedOutcome }) {
  const check = decisive(outcome.checks);
  const unclear = check?.outcome === 'unclear';
  return (
    <SectionMessage
      appearance="error"
      title={
        unclear
          ? 'This account could not be checked. Nothing was stored'
          : 'This account can’t be used. Nothing was stored'
      }
    >
      <Stack space="space.150">
        <Text>{`${check === undefined ? 'A check did not pass.' : checkText(check)} ${unclear ? '' : 'Pick another account, or put this one right and try again.'}`}</Text>
        <CheckList checks={outcome.checks} />
        {outcome.leftoverCheckGroups.length > 0 && <Text>{leftoverText(outcome.leftoverCheckGroups)}</Text>}
      </Stack>
    </SectionMessage>
  );
}

/** Picks an account, has it checked, and stores it if it passes. */
export function ChooseUser({ view, isMain, onSaved, onReload }: Props) {
  const [picked, setPicked] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<RefusedOutcome>();
  /** Counts what was saved: each time the picker starts empty again. */
  const [saves, setSaves] = useState(0);
  /** Asks before a request that waits for an answer ends. */
  const [replacing, setReplacing] = useState(false);
  const action = useAction();
  function pick(value: unknown) {
    setPicked(pickedId(value));
    setProblem(undefined);
    setRefused(undefined);
  }
  const pending = nomineeOf(view);
  const save = useLatest(() => {
    if (picked === undefined) {
      setProblem('Pick a person first.');
      return;
    }
    if (pending !== undefined && !replacing) {
      setReplacing(true);
      return;
    }
    setReplacing(false);
    action.run(
      () => callGlobalSettings('savePrivilegedUser', { accountId: picked, version: view.version }),
      (outcome) => {
        if (outcome.outcome === 'refused') {
          setRefused(outcome);
          return;
        }
        setPicked(undefined);
        setRefused(undefined);
        setSaves((count) => count + 1);
        flagFor(outcome.outcome);
        onSaved(outcome);
      },
    );
  });
  const { failure } = action;
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {isChosen(view.state) ? 'Choose another account' : 'Choose an account'}
      </Heading>
      <Stack>
        <UserPicker
          key={saves}
          name="privilegedUser"
          label="Account to act as"
          placeholder="Type a name"
          description="It needs the rights of a site admin. If you pick somebody else, they must accept first."
          onChange={pick}
        />
        <FieldProblem problem={problem ?? problemOf(failure, 'accountId')} />
      </Stack>
      <Stack alignInline="start" space="space.100">
        <LoadingButton appearance={isMain ? 'primary' : 'default'} isLoading={action.busy} onClick={save}>
          Check and save
        </LoadingButton>
        <Text color="color.text.subtle">
          {action.busy
            ? 'Checking the account. This takes a few seconds.'
            : 'The check creates an empty test group and deletes it again. Nothing is stored unless every check passes.'}
        </Text>
      </Stack>
      {failure !== undefined && !isShownAtFields(failure, ['accountId']) && (
        <FailureMessage failure={failure} onRetry={save} onReload={onReload} />
      )}
      {refused !== undefined && <Refused outcome={refused} />}
      {replacing && pending !== undefined && (
        <ConfirmDialog
          title="Replace the pending request?"
          confirmLabel="Replace request"
          appearance="warning"
          action={action}
          onConfirm={save}
          onCancel={() => setReplacing(false)}
        >
          <Person label="Waiting for an answer from:" accountId={pending.accountId} />
          <Text>If the account that you picked passes its checks, this person can no longer accept.</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function decisive(checks: Check[]): Check | undefined {
  return checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'unclear');
}

function flagFor(outcome: 'active' | 'waiting'): void {
  showFlag({
    id: 'privileged-user-saved',
    type: outcome === 'active' ? 'success' : 'info',
    title: outcome === 'active' ? 'The privileged user is saved and works' : 'Saved. That person must accept now',
    isAutoDismiss: true,
  });
}
