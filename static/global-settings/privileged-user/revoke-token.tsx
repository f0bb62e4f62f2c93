import { Link, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';

/** Where the owner of the old API token revokes it. Deleting our copy does not. `children`: how to say that it is done. */
export function RevokeToken({ children }: { children?: ReactNode }) {
  return (
    <SectionMessage appearance="information" title="Now revoke the old API token">
      <Stack space="space.150" alignInline="start">
        <Text>
          The stored email address and API token are deleted from this app. That doesn’t revoke the token: it stays
          valid until its owner revokes it. Ask the owner to sign in and do so at{' '}
          <Link href="https://id.atlassian.com/manage-profile/security/api-tokens" openNewTab>
            id.atlassian.com/manage-profile/security/api-tokens
          </Link>
          .
        </Text>
        {children}
      </Stack>
    </SectionMessage>
  );
}
