import { Button, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text, User } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { stateSign } from '../../feedback/state-signs';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { nomineeOf } from './nominee';
import { StateBanner } from './state-banner';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
  onReload: () => void;
}

/** Shows the present state: the account, the banner if something is wrong, and the ways out. */
export function CurrentUser(props: Props) {
  const { state } = props.view;
  const isSet = state.name !== 'notConfigured' && state.name !== 'legacy' && state.name !== 'waiting';
  return (
    <Stack space="space.200">
      <StateBanner state={state}>{state.name === 'waiting' && <Request {...props} />}</StateBanner>
      {isSet && <Chosen view={props.view} accountId={state.accountId} />}
      {state.name !== 'waiting' && props.view.nominee !== undefined && (
        <SectionMessage appearance="information" title={PRIVILEGED_USER.requestTitle}>
          <Stack space="space.100">
            <Text>{PRIVILEGED_USER.requestText}</Text>
            <Request {...props} />
          </Stack>
        </SectionMessage>
      )}
      {isSet && <Remove {...props} />}
    </Stack>
  );
}

/** Shows who asked whom and when, and a way to withdraw that. */
function Request({ view, onChange, onReload }: Props) {
  const instant = useInstant();
  const action = useAction();
  const nominee = nomineeOf(view);
  if (nominee === undefined) return null;
  function cancel() {
    action.run(() => callGlobalSettings('cancelNomination', { version: view.version }), onChange);
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Person label={PRIVILEGED_USER.whoAccepts} accountId={nominee.accountId} />
      <Person
        label={say(PRIVILEGED_USER.requestedOn, { when: instant(nominee.nominatedAt) })}
        accountId={nominee.nominatedBy}
      />
      <LoadingButton isLoading={action.busy} onClick={cancel}>
        {PRIVILEGED_USER.cancelRequest}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} onReload={onReload} />}
    </Stack>
  );
}

function Chosen({ view, accountId }: { view: PrivilegedUserView; accountId: string }) {
  const instant = useInstant();
  const sign = stateSign(view.state.name);
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center">
        <User accountId={accountId} />
        <Lozenge appearance={sign.appearance}>{sign.children}</Lozenge>
      </Inline>
      {view.setBy !== undefined && (
        <Person
          label={
            view.setAt === undefined
              ? PRIVILEGED_USER.chosenBy
              : say(PRIVILEGED_USER.chosenOn, { when: instant(view.setAt) })
          }
          accountId={view.setBy}
        />
      )}
    </Stack>
  );
}

function Remove({ view, onChange, onReload }: Props) {
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  function removed(next: PrivilegedUserView) {
    setConfirming(false);
    onChange(next);
  }
  const failure = action.failure?.code === 'CONFLICT' ? action.failure : undefined;
  return (
    <Stack alignInline="start" space="space.100">
      <Button onClick={() => setConfirming(true)}>{PRIVILEGED_USER.removeOpen}</Button>
      {failure !== undefined && !confirming && <FailureMessage failure={failure} onReload={onReload} />}
      {confirming && (
        <ConfirmDialog
          title={PRIVILEGED_USER.removeTitle}
          confirmLabel={PRIVILEGED_USER.remove}
          appearance="warning"
          action={action}
          onConfirm={() =>
            action.run(() => callGlobalSettings('removePrivilegedUser', { version: view.version }), removed)
          }
          onCancel={() => setConfirming(false)}
        >
          <Text>{PRIVILEGED_USER.removeText}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
