import { LoadingButton, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { Refused } from './choose-user';
import type { RefusedOutcome } from './choose-user';
import type { Nominee } from './nominee';
import { PurposeList } from './purpose';

interface Props {
  view: PrivilegedUserView;
  nominee: Nominee;
  onSaved: (outcome: SaveOutcome) => void;
  onDeclined: (view: PrivilegedUserView) => void;
  onReload: () => void;
}

/** What the person who is asked reads before accepting or declining. */
export function Nomination({ view, nominee, onSaved, onDeclined, onReload }: Props) {
  const instant = useInstant();
  const accepting = useAction();
  const declining = useAction();
  const [refused, setRefused] = useState<RefusedOutcome>();
  const { version } = view;
  function accept() {
    accepting.run(
      () => callGlobalSettings('acceptNomination', { version }),
      (outcome) => {
        setRefused(outcome.outcome === 'refused' ? outcome : undefined);
        onSaved(outcome);
      },
    );
  }
  function decline() {
    declining.run(() => callGlobalSettings('declineNomination', { version }), onDeclined);
  }
  const failure = accepting.failure ?? declining.failure;
  return (
    <SectionMessage appearance="discovery" title="You are asked to be the privileged user">
      <Stack space="space.150">
        <Person label={`Asked on ${instant(nominee.nominatedAt)} by`} accountId={nominee.nominatedBy} />
        <Text>
          If you accept, the app may use your account’s rights whenever a space admin changes a group of their own
          space, or an agent of a service project creates a customer in Jira, also while you are not signed in. You can
          end this at any time: ask a Confluence administrator to remove you here.
        </Text>
        <PurposeList />
        <Text>Accepting runs a check: it creates an empty test group as you and deletes it again.</Text>
        {failure !== undefined && <FailureMessage failure={failure} onReload={onReload} />}
        {refused !== undefined && <Refused outcome={refused} />}
        <Inline space="space.100">
          <LoadingButton appearance="primary" isLoading={accepting.busy} onClick={accept}>
            Accept
          </LoadingButton>
          <LoadingButton isLoading={declining.busy} onClick={decline}>
            Decline
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
