import { Stack, Text } from '@forge/react';

import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import { say } from '../../src/shared/words/format';
import { QUEUE_RULES } from '../../src/shared/words/queue-page';
import { useInstant } from '../hooks/use-instant';

/** Says what the rules allow, before anybody types. */
export function RulesText({ view, quota }: { view: CustomersView; quota: DayQuota }) {
  const instant = useInstant();
  return (
    <Stack space="space.050">
      <Text>{accountText(view)}</Text>
      <Text>{domainText(view.allowedDomains)}</Text>
      <Text>{quotaText(quota, instant(quota.resetsAt))}</Text>
    </Stack>
  );
}

function accountText({ addToProject, existingAccounts }: CustomersView): string {
  return [
    addToProject ? QUEUE_RULES.addToProject : QUEUE_RULES.organizationsOnly,
    existingAccounts ? QUEUE_RULES.existingAccounts : QUEUE_RULES.portalOnly,
  ].join(' ');
}

function domainText(domains: readonly string[]): string {
  return domains.length === 0 ? QUEUE_RULES.allDomains : say(QUEUE_RULES.domains, { domains: domains.join(', ') });
}

/** Says how many new accounts are left today. */
function quotaText({ daily, left, limitedBy }: DayQuota, resets: string): string {
  return say(limitedBy === 'agent' ? QUEUE_RULES.quotaOfAgent : QUEUE_RULES.quotaOfSite, { left, daily, resets });
}
