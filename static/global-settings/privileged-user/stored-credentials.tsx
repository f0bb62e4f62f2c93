import { Button, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

interface Props {
  /** A privileged user is set, and yet the credentials are still there. */
  isChosen: boolean;
  onChange: (view: PrivilegedUserView) => void;
}

/** Deletes the old email address and token without choosing anybody. */
export function StoredCredentials({ isChosen, onChange }: Props) {
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  function remove() {
    action.run(
      () => callGlobalSettings('deleteStoredCredentials', {}),
      (view) => {
        setConfirming(false);
        onChange(view);
      },
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="small">
        {PRIVILEGED_USER.stored}
      </Heading>
      <Text>
        {PRIVILEGED_USER.storedText} {isChosen ? PRIVILEGED_USER.storedChosen : PRIVILEGED_USER.storedNotChosen}
      </Text>
      <Button onClick={() => setConfirming(true)}>{PRIVILEGED_USER.storedDelete}</Button>
      {confirming && (
        <ConfirmDialog
          title={PRIVILEGED_USER.storedTitle}
          confirmLabel={PRIVILEGED_USER.storedConfirm}
          appearance="warning"
          action={action}
          onConfirm={remove}
          onCancel={() => setConfirming(false)}
        >
          <Text>{PRIVILEGED_USER.storedConfirmText}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
