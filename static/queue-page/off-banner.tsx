import { SectionMessage, Text } from '@forge/react';

import type { CustomersOff } from '../../src/shared/customers/views';
import { QUEUE_PAGE } from '../../src/shared/words/queue-page';
import { REASONS, type Refusal } from '../../src/shared/words/reasons';

/** Stands above everything else while no customers can be created. */
export function OffBanner({ off }: { off: CustomersOff }) {
  const { why, help } = offText(off);
  return (
    <SectionMessage appearance="warning" title={QUEUE_PAGE.off}>
      <Text>{`${why} ${help}`}</Text>
    </SectionMessage>
  );
}

/** Says why nobody, or not this agent, can create customers now, and who can help. */
function offText(off: CustomersOff): Refusal {
  switch (off) {
    case 'off':
      return REASONS.CUSTOMERS_OFF;
    case 'notInGroup':
      return REASONS.NOT_IN_CUSTOMER_GROUP;
    case 'jiraRight':
      return REASONS.JIRA_RIGHT_MISSING;
    case 'privilegedUser':
      return { why: QUEUE_PAGE.noPrivilegedUser, help: QUEUE_PAGE.noPrivilegedUserHelp };
  }
}
