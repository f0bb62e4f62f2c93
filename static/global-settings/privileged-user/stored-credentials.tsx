import { Button, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

interface Props {
  /** A privileged user is set, and yet the credentials are still there. */
  isChosen: boolean;
  onChange: (view: PrivilegedUserView) => void;
}

/** Deletes the old e-mail address and token without choosing anybody. */
export function StoredCredentials({ isChosen, onChange }: Props) {
  const [asking, setAsking] = useState(false);
  const action = useAction();
  function remove() {
    action.run(
      () => callGlobalSettings('deleteStoredCredentials', {}),
      (view) => {
        setAsking(false);
        onChange(view);
      },
    );
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="small">
        Stored credentials
      </Heading>
      <Text>
        An e-mail address and an API token from before Monday 8 December 2025 are still stored. The app does not use
        them.{' '}
        {isChosen
          ? 'They could not be deleted yet. The app tries again whenever this page is opened; you can also delete them now.'
          : 'Choosing a privileged user deletes them; you can also delete them now.'}
      </Text>
      <Button onClick={() => setAsking(true)}>Delete stored credentials</Button>
      {asking && (
        <ConfirmDialog
          title="Delete the stored credentials?"
          confirmLabel="Delete"
          appearance="warning"
          action={action}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          <Text>
            The stored e-mail address and API token are deleted from this app; they can’t be restored and are not
            needed. Deleting them does not revoke the token: its owner must do that.
          </Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
