import { SectionMessage, Stack, Text } from '@forge/react';

import type { Manage } from '../../src/shared/groups/views';
import { CAUSES } from '../../src/shared/words/privileged-user';
import { REASONS } from '../../src/shared/words/reasons';
import { READ_ONLY_HELP, SPACE_PAGE } from '../../src/shared/words/space-settings';
import { Person } from '../feedback/person';

/** A pause has a banner of its own. */
type Refused = Exclude<Extract<Manage, { allowed: false }>, { reason: 'paused' }>;

/** Stands above everything else while the page is read-only. */
export function ReadOnlyBanner({ manage }: { manage: Refused }) {
  return (
    <SectionMessage appearance="warning" title={SPACE_PAGE.readOnly}>
      <Stack space="space.100">
        <Text>{`${whyReadOnly(manage.reason)} ${READ_ONLY_HELP[manage.reason]}`}</Text>
        {manage.accountId !== undefined && (
          <Person
            label={manage.reason === 'waiting' ? SPACE_PAGE.whoAccepts : SPACE_PAGE.privilegedUser}
            accountId={manage.accountId}
          />
        )}
        {manage.askAccountId !== undefined && isAskable(manage) && (
          <Person label={SPACE_PAGE.ask} accountId={manage.askAccountId} />
        )}
      </Stack>
    </SectionMessage>
  );
}

/** Says why this space's groups can't be changed. */
function whyReadOnly(reason: Refused['reason']): string {
  if (reason === 'spaceOff') return REASONS.SPACE_OFF.why;
  if (reason === 'personalSpaceOff') return REASONS.PERSONAL_SPACE_OFF.why;
  return reason === 'spaceNotCurrent' ? REASONS.SPACE_NOT_CURRENT.why : CAUSES[reason];
}

/** Tells whether somebody can be contacted: not a privileged user whose own account is closed. */
function isAskable({ askAccountId, accountId, reason }: Refused): boolean {
  return askAccountId !== accountId || (reason !== 'deactivated' && reason !== 'left');
}
