import { SectionMessage, Text } from '@forge/react';
import { useState } from 'react';

import type { SiteAdminConfirmation } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

type Refused = Exclude<SiteAdminConfirmation, { outcome: 'confirmed' }>;

interface Props {
  onConfirmed: (until: string) => void;
  onCancel: () => void;
}

/** Asks a person to prove that they're a site admin, and says before what that creates and deletes. */
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
      title={GROUPS_TAB.confirmSiteAdmin}
      confirmLabel={GROUPS_TAB.confirm}
      action={action}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <Text>{GROUPS_TAB.confirmText}</Text>
      <Text>{GROUPS_TAB.confirmLasts}</Text>
      {refused !== undefined && <RefusedMessage refused={refused} />}
    </ConfirmDialog>
  );
}

function RefusedMessage({ refused }: { refused: Refused }) {
  if (refused.outcome === 'notSiteAdmin') {
    return (
      <SectionMessage appearance="warning" title={GROUPS_TAB.notSiteAdmin}>
        <Text>{GROUPS_TAB.notSiteAdminText}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage
      appearance="warning"
      title={say(GROUPS_TAB.tooOften, { wait: waitText(refused.retryAfterSeconds) })}
    >
      <Text>{GROUPS_TAB.tooOftenText}</Text>
    </SectionMessage>
  );
}

function waitText(seconds: number): string {
  if (seconds <= 60) return say(GROUPS_TAB.seconds, { n: seconds });
  return say(GROUPS_TAB.minutes, { n: Math.ceil(seconds / 60) });
}
