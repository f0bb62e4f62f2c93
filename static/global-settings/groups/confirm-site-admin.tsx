import { SectionMessage, Text } from '@forge/react';
import { useState } from 'react';

import type { SiteAdminConfirmation } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

type Refused = Exclude<SiteAdminConfirmation, { outcome: 'confirmed' }>;

interface Props {
  onConfirmed: (until: string) => void;
  onCancel: () => void;
}

/** Asks a person to prove that they are a site admin, and says before what that creates and deletes. */
export function ConfirmSiteAdmin({ onConfirmed, onCancel }: Props) {
  const [refused, setRefused] = useState<Refused>();
  const action = useAction();
  function confirm() {
    setRefused(undefined);
    action.run(
      () => callGlobalSettings('confirmSiteAdmin', {}),
      (answer) => {
        if (answer.outcome === 'confirmed') onConfirmed(answer.until);
        else setRefused(answer);
      },
    );
  }
  return (
    <ConfirmDialog
      title="Confirm that you’re a site admin"
      confirmLabel="Confirm"
      action={action}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <Text>
        Nobody can lend rights that they don’t have. To see that you may manage groups on this site, the app creates an
        empty group as you, named space-steward-check followed by random characters, and deletes it at once. If an
        earlier check left such a group behind, it deletes that too. Your organization’s audit log shows it.
      </Text>
      <Text>The confirmation lasts for an hour.</Text>
      {refused !== undefined && <RefusedMessage refused={refused} />}
    </ConfirmDialog>
  );
}

function RefusedMessage({ refused }: { refused: Refused }) {
  if (refused.outcome === 'notSiteAdmin') {
    return (
      <SectionMessage appearance="warning" title="Atlassian doesn’t let you manage groups">
        <Text>Nothing was changed. Ask a site admin to open this page and do it.</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="warning" title={`Try again in ${waitText(refused.retryAfterSeconds)}`}>
      <Text>
        Nothing was created. Each person can confirm once a minute, and all admins of this site together five times an
        hour.
      </Text>
    </SectionMessage>
  );
}

function waitText(seconds: number): string {
  if (seconds <= 60) return seconds === 1 ? '1 second' : `${String(seconds)} seconds`;
  return `${String(Math.ceil(seconds / 60))} minutes`;
}
