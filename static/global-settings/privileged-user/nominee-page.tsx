import { Heading, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { FailureMessage } from '../../feedback/failure-message';
import { Nomination } from './nomination';
import { nomineeOf } from './nominee';
import { RevokeToken } from './revoke-token';
import { useReload } from './use-reload';

interface Props {
  me: string;
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
}

type Answered = 'accepted' | 'declined' | undefined;

/** Shows a nominee who isn't a Confluence administrator all they need: what they lend, accept, decline. */
export function NomineePage({ me, view, onChange }: Props) {
  const [answered, setAnswered] = useState<Answered>();
  const [deletedCredentials, setDeletedCredentials] = useState(false);
  const reading = useReload(onChange);
  const nominee = nomineeOf(view);
  function saved(outcome: SaveOutcome) {
    if (outcome.outcome === 'refused') return;
    setAnswered('accepted');
    setDeletedCredentials(view.legacyRecord && !outcome.privilegedUser.legacyRecord);
    onChange(outcome.privilegedUser);
  }
  function declined(next: PrivilegedUserView) {
    setAnswered('declined');
    onChange(next);
  }
  const isNominee = answered === undefined && nominee?.accountId === me;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {PRIVILEGED_USER.heading}
      </Heading>
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} onRetry={reading.reload} />}
      {isNominee ? (
        <Nomination view={view} nominee={nominee} onSaved={saved} onDeclined={declined} onReload={reading.reload} />
      ) : (
        <Ended answered={answered} />
      )}
      {deletedCredentials && <RevokeToken />}
    </Stack>
  );
}

function Ended({ answered }: { answered: Answered }) {
  if (answered === 'accepted') {
    return (
      <SectionMessage appearance="success" title={PRIVILEGED_USER.acceptedTitle}>
        <Text>{PRIVILEGED_USER.acceptedText}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage
      appearance="information"
      title={answered === 'declined' ? PRIVILEGED_USER.declinedTitle : PRIVILEGED_USER.nothingTitle}
    >
      <Text>{PRIVILEGED_USER.endedText}</Text>
    </SectionMessage>
  );
}
