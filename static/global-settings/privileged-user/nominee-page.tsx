import { Heading, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import { Nomination } from './nomination';
import { nomineeOf } from './nominee';
import { RevokeToken } from './revoke-token';

interface Props {
  me: string;
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
}

type Answered = 'accepted' | 'declined' | undefined;

/** All that a nominee who is no Confluence administrator sees: what is lent, accept, decline. */
export function NomineePage({ me, view, onChange }: Props) {
  const [answered, setAnswered] = useState<Answered>();
  const [deletedCredentials, setDeletedCredentials] = useState(false);
  const reading = useAction();
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
  function reload() {
    reading.run(
      () => callGlobalSettings('openGlobalSettings', {}),
      ({ privilegedUser }) => {
        if (privilegedUser !== undefined) onChange(privilegedUser);
      },
    );
  }
  const isAsked = answered === undefined && nominee?.accountId === me;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        Privileged user
      </Heading>
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} onRetry={reload} />}
      {isAsked ? (
        <Nomination view={view} nominee={nominee} onSaved={saved} onDeclined={declined} onReload={reload} />
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
      <SectionMessage appearance="success" title="You are the privileged user now">
        <Text>Every check passed, and space admins can change their groups. You need not do anything else.</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage
      appearance="information"
      title={answered === 'declined' ? 'You have declined' : 'There is nothing to accept any more'}
    >
      <Text>The app does not act as you. Whoever asked you can choose somebody else.</Text>
    </SectionMessage>
  );
}
