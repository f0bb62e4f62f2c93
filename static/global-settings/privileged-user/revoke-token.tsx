import { Link, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';

import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { Filled } from '../../feedback/filled';

/** Says where the owner of the old API token revokes it. Deleting our copy doesn't. `children`: how to say that it's done. */
export function RevokeToken({ children }: { children?: ReactNode }) {
  return (
    <SectionMessage appearance="information" title={PRIVILEGED_USER.revokeTitle}>
      <Stack space="space.150" alignInline="start">
        <Text>
          <Filled
            sentence={PRIVILEGED_USER.revokeText}
            parts={{
              link: (
                <Link href="https://id.atlassian.com/manage-profile/security/api-tokens" openNewTab>
                  id.atlassian.com/manage-profile/security/api-tokens
                </Link>
              ),
            }}
          />
        </Text>
        {children}
      </Stack>
    </SectionMessage>
  );
}
