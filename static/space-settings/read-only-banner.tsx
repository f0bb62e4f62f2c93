import { SectionMessage, Stack, Text } from '@forge/react';

import type { Manage } from '../../src/shared/groups/views';
import { CAUSES } from '../../src/shared/words/privileged-user';
import { Person } from '../feedback/person';

type Refused = Extract<Manage, { allowed: false }>;

const ASK = 'A Confluence administrator can fix it in the settings of this app.';

/** Stands above everything else while groups can only be looked at. */
export function ReadOnlyBanner({ manage }: { manage: Refused }) {
  const { why, help } = readOnlyText(manage.reason);
  return (
    <SectionMessage appearance="warning" title="You can look, but not change anything now">
      <Stack space="space.100">
        <Text>{`${why} ${help}`}</Text>
        {manage.accountId !== undefined && (
          <Person
            label={manage.reason === 'waiting' ? 'Who must accept:' : 'Privileged user:'}
            accountId={manage.accountId}
          />
        )}
        {manage.askAccountId !== undefined && isAskable(manage) && (
          <Person label="Ask:" accountId={manage.askAccountId} />
        )}
      </Stack>
    </SectionMessage>
  );
}

/** Why this space's groups can't be changed, and who can help. */
function readOnlyText(reason: Refused['reason']): { why: string; help: string } {
  switch (reason) {
    case 'personalSpaceOff':
      return {
        why: 'This app is turned off in personal spaces.',
        help: 'A Confluence administrator can turn it on in the rules of this app.',
      };
    case 'spaceNotCurrent':
      return {
        why: 'This space is archived or in the trash.',
        help: 'Restore the space to change its groups, or ask a Confluence administrator to do so.',
      };
    case 'waiting':
      return { why: CAUSES[reason], help: 'That person must open the settings of this app and accept.' };
    case 'notApproved':
      return { why: CAUSES[reason], help: 'A site admin can approve them in Atlassian Administration.' };
    case 'notConfigured':
    case 'legacy':
    case 'lacksPermission':
    case 'deactivated':
    case 'left':
    case 'noAppAccess':
    case 'unsupportedAccountType':
    case 'notKnown':
      return { why: CAUSES[reason], help: ASK };
  }
}

/** Whether there is somebody to ask: not the privileged user whose own account is closed. */
function isAskable({ askAccountId, accountId, reason }: Refused): boolean {
  return askAccountId !== accountId || (reason !== 'deactivated' && reason !== 'left');
}
