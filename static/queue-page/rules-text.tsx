import { Stack, Text } from '@forge/react';

import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import { useInstant } from '../hooks/use-instant';

/** Says what the rules let through, before somebody types. */
export function RulesText({ view, quota }: { view: CustomersView; quota: DayQuota }) {
  const instant = useInstant();
  return (
    <Stack space="space.050">
      <Text>{accountText(view)}</Text>
      <Text>{domainText(view.allowedDomains)}</Text>
      <Text>{`${quotaText(quota)} Resets ${instant(quota.resetsAt)}.`}</Text>
    </Stack>
  );
}

function accountText({ addToProject, existingAccounts }: CustomersView): string {
  return [
    addToProject
      ? 'Everybody becomes a customer of this service project.'
      : 'Nobody is added to the customers of this service project itself, only to the organizations that you choose.',
    existingAccounts
      ? 'People who have an Atlassian account can be added too. Nothing is created for them.'
      : 'People who have an Atlassian account can’t be added here.',
  ].join(' ');
}

function domainText(domains: readonly string[]): string {
  return domains.length === 0
    ? 'Email domains: all except the ones that a Jira administrator denied.'
    : `Email domains: ${domains.join(', ')}.`;
}

/** Says how many new accounts are left today. */
function quotaText({ daily, left, limitedBy }: DayQuota): string {
  return limitedBy === 'agent'
    ? `New accounts: ${String(left)} of ${String(daily)} left today.`
    : `New accounts: ${String(left)} left today on this whole site.`;
}
