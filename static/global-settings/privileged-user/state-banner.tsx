import { Link, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';

import type { PrivilegedUserState } from '../../../src/shared/broker/views';
import { BANNERS, PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';

const ATLASSIAN_ADMIN = 'https://admin.atlassian.com';
const LINKED: readonly PrivilegedUserState['name'][] = ['lacksPermission', 'unusable', 'notApproved'];

/** An error where nothing else is said. */
const APPEARANCES: Partial<Record<PrivilegedUserState['name'], 'warning' | 'information'>> = {
  notConfigured: 'warning',
  waiting: 'information',
};

/** Says what is wrong with the privileged user and how to fix it; nothing if all is well, or while changes are paused. */
export function StateBanner({ state, children }: { state: PrivilegedUserState; children?: ReactNode }) {
  if (state.name === 'healthy' || state.name === 'paused') return null;
  const words = BANNERS[state.name === 'unusable' ? state.cause : state.name];
  return (
    <SectionMessage appearance={APPEARANCES[state.name] ?? 'error'} title={words.title}>
      <Stack space="space.100" alignInline="start">
        <Text>{words.text}</Text>
        <Text>{words.help}</Text>
        {LINKED.includes(state.name) && (
          <Link href={ATLASSIAN_ADMIN} openNewTab>
            {PRIVILEGED_USER.openAdministration}
          </Link>
        )}
        {children}
      </Stack>
    </SectionMessage>
  );
}
