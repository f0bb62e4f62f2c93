import { Button, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { flagSuccess } from '../../feedback/flag';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { RevokeToken } from './revoke-token';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
  onReload: () => void;
}

/** Asks to revoke the token of an older version, on every admin's page, until one of them says that it's done. */
export function OldToken({ view, onChange, onReload }: Props) {
  const [noted, setNoted] = useState(false);
  const action = useAction();
  const confirm = useLatest(() =>
    action.run(
      () => callGlobalSettings('confirmTokenRevoked', { version: view.version }),
      (next) => {
        setNoted(true);
        // Read out by a screen reader; the focus is on what replaces the button.
        flagSuccess('token-revoked', PRIVILEGED_USER.revokedTitle);
        onChange(next);
      },
    ),
  );
  if (view.tokenToRevoke) {
    return (
      <RevokeToken>
        {action.failure !== undefined && (
          <FailureMessage failure={action.failure} onRetry={confirm} onReload={onReload} />
        )}
        <LoadingButton isLoading={action.busy} onClick={confirm}>
          {PRIVILEGED_USER.revoked}
        </LoadingButton>
      </RevokeToken>
    );
  }
  if (!noted) return null;
  return (
    <SectionMessage appearance="success" title={PRIVILEGED_USER.revokedTitle}>
      <Stack space="space.150" alignInline="start">
        <Text>{PRIVILEGED_USER.revokedText}</Text>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone */}
        <Button autoFocus onClick={() => setNoted(false)}>
          {PRIVILEGED_USER.close}
        </Button>
      </Stack>
    </SectionMessage>
  );
}
