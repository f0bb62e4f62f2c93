import { LoadingButton, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import type { Nominee } from './nominee';
import { PurposeList } from './purpose';
import { Refused } from './refused';
import type { RefusedOutcome } from './refused';

interface Props {
  view: PrivilegedUserView;
  nominee: Nominee;
  onSaved: (outcome: SaveOutcome) => void;
  onDeclined: (view: PrivilegedUserView) => void;
  onReload: () => void;
}

/** Tells the person who is asked what they lend, and lets them accept or decline. */
export function Nomination({ view: { version }, nominee, onSaved, onDeclined, onReload }: Props) {
  const instant = useInstant();
  const accepting = useAction();
  const declining = useAction();
  const [refused, setRefused] = useState<RefusedOutcome>();
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
  const { nominatedAt, nominatedBy } = nominee;
  const failure = accepting.failure ?? declining.failure;
  return (
    <SectionMessage appearance="discovery" title={PRIVILEGED_USER.youTitle}>
      <Stack space="space.150">
        <Person label={say(PRIVILEGED_USER.requestedOn, { when: instant(nominatedAt) })} accountId={nominatedBy} />
        <Text>{PRIVILEGED_USER.youText}</Text>
        <PurposeList />
        <Text>{PRIVILEGED_USER.youCheck}</Text>
        {failure !== undefined && <FailureMessage failure={failure} onReload={onReload} />}
        {refused !== undefined && <Refused outcome={refused} />}
        <Inline space="space.100">
          <LoadingButton appearance="primary" isLoading={accepting.busy} onClick={accept}>
            {PRIVILEGED_USER.accept}
          </LoadingButton>
          <LoadingButton isLoading={declining.busy} onClick={decline}>
            {PRIVILEGED_USER.decline}
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
