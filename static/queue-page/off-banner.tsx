import { SectionMessage, Text } from '@forge/react';

import type { CustomersOff } from '../../src/shared/customers/views';
import { REASONS } from '../../src/shared/words/reasons';
import type { Refusal } from '../../src/shared/words/reasons';

/** Stands above everything else while no customers can be created. */
export function OffBanner({ off }: { off: CustomersOff }) {
  const { why, help } = offText(off);
  return (
    <SectionMessage appearance="warning" title="You can’t create customers here now">
      <Text>{`${why} ${help}`}</Text>
    </SectionMessage>
  );
}

/** Why nobody, or not this agent, can create customers now, and who can help. */
function offText(off: CustomersOff): Refusal {
  switch (off) {
    case 'off':
      return REASONS.CUSTOMERS_OFF;
    case 'notInGroup':
      return REASONS.NOT_IN_CUSTOMER_GROUP;
    case 'jiraRight':
      return REASONS.JIRA_RIGHT_MISSING;
    case 'privilegedUser':
      return {
        why: 'This app creates customers with the rights of the privileged user, and none is set up or the account can’t be used.',
        help: 'Ask a Confluence administrator to look at the settings of Space Steward in Confluence: they say what to do.',
      };
  }
}
