import { Stack, Text } from '@forge/react';

import type { CustomersView } from '../../src/shared/customer-views';

type Quota = CustomersView['quota'];

/** How many new accounts the agent may still ask for today. */
export const quotaLeft = ({ daily, usedToday }: Quota): number => Math.max(0, daily - usedToday);

const domainText = (domains: readonly string[]): string =>
  domains.length === 0
    ? 'E-mail domains: all but those that a Jira administrator has denied.'
    : `E-mail domains: ${domains.join(', ')}.`;

const accountText = ({ addToProject, existingAccounts }: CustomersView): string =>
  [
    addToProject
      ? 'Everybody becomes a customer of this service project.'
      : 'Nobody is added to the customers of this service project itself, only to the organizations that you choose.',
    existingAccounts
      ? 'People who have an Atlassian account can be added too; nothing is created for them.'
      : 'People who have an Atlassian account can’t be added here.',
  ].join(' ');

/** What the rules let through, before somebody types. */
export const RulesText = ({ view, quota }: { view: CustomersView; quota: Quota }) => (
  <Stack space="space.050">
    <Text>{accountText(view)}</Text>
    <Text>{domainText(view.allowedDomains)}</Text>
    <Text>
      {`New accounts that you may create today: ${String(quotaLeft(quota))} of ${String(quota.daily)}. Counting starts again at midnight UTC.`}
    </Text>
  </Stack>
);
