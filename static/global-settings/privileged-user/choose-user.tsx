import { showFlag } from '@forge/bridge';
import { Heading, LoadingButton, SectionMessage, Stack, Text, UserPicker } from '@forge/react';
import { useState } from 'react';

import type { Check, PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
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
  /** The page is mainly for this at the moment. */
  isMain: boolean;
  onSaved: (outcome: SaveOutcome) => void;
  onReload: () => void;
}

export type RefusedOutcome = Extract<SaveOutcome, { outcome: 'refused' }>;

/** Names the test groups that are still there. */
export function leftoverText(names: string[]): string {
  return say(PRIVILEGED_USER.leftoversText, { names: names.join(', ') });
}

/** Says of a choice that didn't pass which check failed, and that nothing was stored. */
export function Refused({ outcome }: { outcome: RefusedOutcome }) {
  const check = decisive(outcome.checks);
  const unclear = check?.outcome === 'unclear';
  const why = check === undefined ? PRIVILEGED_USER.notPassed : checkText(check);
  return (
    <SectionMessage appearance="error" title={unclear ? PRIVILEGED_USER.notChecked : PRIVILEGED_USER.cantUse}>
      <Stack space="space.150">
        <Text>{unclear ? why : say(PRIVILEGED_USER.tryAnother, { why })}</Text>
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
  /** Asks before a pending request ends. */
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
      setProblem(PRIVILEGED_USER.pickFirst);
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
        {isChosen(view.state) ? PRIVILEGED_USER.chooseAnother : PRIVILEGED_USER.choose}
      </Heading>
      <Stack>
        <UserPicker
          key={saves}
          name="privilegedUser"
          label={PRIVILEGED_USER.account}
          placeholder={PRIVILEGED_USER.typeName}
          description={PRIVILEGED_USER.accountHelp}
          onChange={pick}
        />
        <FieldProblem problem={problem ?? problemOf(failure, 'accountId')} />
      </Stack>
      <Stack alignInline="start" space="space.100">
        <LoadingButton appearance={isMain ? 'primary' : 'default'} isLoading={action.busy} onClick={save}>
          {PRIVILEGED_USER.save}
        </LoadingButton>
        <Text color="color.text.subtle">{action.busy ? PRIVILEGED_USER.saving : PRIVILEGED_USER.saveHelp}</Text>
      </Stack>
      {failure !== undefined && !isShownAtFields(failure, ['accountId']) && (
        <FailureMessage failure={failure} onRetry={save} onReload={onReload} />
      )}
      {refused !== undefined && <Refused outcome={refused} />}
      {replacing && pending !== undefined && (
        <ConfirmDialog
          title={PRIVILEGED_USER.replaceTitle}
          confirmLabel={PRIVILEGED_USER.replace}
          appearance="warning"
          action={action}
          onConfirm={save}
          onCancel={() => setReplacing(false)}
        >
          <Person label={PRIVILEGED_USER.waitingFor} accountId={pending.accountId} />
          <Text>{PRIVILEGED_USER.replaceText}</Text>
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
    title: outcome === 'active' ? PRIVILEGED_USER.saved : PRIVILEGED_USER.savedWaiting,
    isAutoDismiss: true,
  });
}
