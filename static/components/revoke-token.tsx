import { Link, SectionMessage, Text } from '@forge/react';

/** Where the owner of the old API token revokes it. Deleting our copy does not. */
export const RevokeToken = () => (
  <SectionMessage appearance="information" title="Now revoke the old API token">
    <Text>
      The stored e-mail address and API token are deleted from this app. That does not revoke the token: it stays valid
      until its owner revokes it. Ask the owner to sign in and do so at{' '}
      <Link href="https://id.atlassian.com/manage-profile/security/api-tokens" openNewTab>
        id.atlassian.com/manage-profile/security/api-tokens
      </Link>
      .
    </Text>
  </SectionMessage>
);
