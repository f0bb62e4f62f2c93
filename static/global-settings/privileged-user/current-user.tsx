import { Button, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text, User } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { nomineeOf } from './nominee';
import { StateBanner } from './state-banner';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
  onReload: () => void;
}

/** The present state: the account, the banner if something is wrong, and the ways out. */
export function CurrentUser(props: Props) {
  const { state } = props.view;
  const isSet = state.name !== 'notConfigured' && state.name !== 'legacy' && state.name !== 'waiting';
  return (
    <Stack space="space.200">
      <StateBanner state={state}>{state.name === 'waiting' && <Request {...props} />}</StateBanner>
      {isSet && <Chosen view={props.view} accountId={state.accountId} />}
      {state.name !== 'waiting' && props.view.nominee !== undefined && (
        <SectionMessage appearance="information" title="Somebody is asked to take over">
          <Stack space="space.100">
            <Text>Until this person accepts, everything stays as it is.</Text>
            <Request {...props} />
          </Stack>
        </SectionMessage>
      )}
      {isSet && <Remove {...props} />}
    </Stack>
  );
}

/** Who asked whom and when, and a way to withdraw that. */
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
      <Person label="Who must accept:" accountId={nominee.accountId} />
      <Person label={`Asked on ${instant(nominee.nominatedAt)} by`} accountId={nominee.nominatedBy} />
      <LoadingButton isLoading={action.busy} onClick={cancel}>
        Cancel the request
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} onReload={onReload} />}
    </Stack>
  );
}

function Chosen({ view, accountId }: { view: PrivilegedUserView; accountId: string }) {
  const instant = useInstant();
  const healthy = view.state.name === 'healthy';
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center">
        <User accountId={accountId} />
        <Lozenge appearance={healthy ? 'success' : 'removed'}>{healthy ? 'Works' : 'Does not work'}</Lozenge>
      </Inline>
      {view.setBy !== undefined && (
        <Person
          label={view.setAt === undefined ? 'Chosen by' : `Chosen on ${instant(view.setAt)} by`}
          accountId={view.setBy}
        />
      )}
    </Stack>
  );
}

function Remove({ view, onChange, onReload }: Props) {
  const [asking, setAsking] = useState(false);
  const action = useAction();
  function removed(next: PrivilegedUserView) {
    setAsking(false);
    onChange(next);
  }
  const failure = action.failure?.code === 'CONFLICT' ? action.failure : undefined;
  return (
    <Stack alignInline="start" space="space.100">
      <Button onClick={() => setAsking(true)}>Remove privileged user</Button>
      {failure !== undefined && !asking && <FailureMessage failure={failure} onReload={onReload} />}
      {asking && (
        <ConfirmDialog
          title="Remove the privileged user?"
          confirmLabel="Remove"
          appearance="warning"
          action={action}
          onConfirm={() =>
            action.run(() => callGlobalSettings('removePrivilegedUser', { version: view.version }), removed)
          }
          onCancel={() => setAsking(false)}
        >
          <Text>
            The app stops acting as this account at once. Space admins can then look at their groups but change nothing,
            until somebody is chosen again. Groups and their members stay as they are.
          </Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
