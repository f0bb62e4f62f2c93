import { Inline, Lozenge, Stack, Text } from '@forge/react';

import type { Check } from '../../src/shared/broker/views';
import type { UnavailableCause } from '../../src/shared/result';
import { useInstant } from '../hooks/use-instant';

const OUTCOME = {
  passed: { label: 'Passed', appearance: 'success' },
  failed: { label: 'Failed', appearance: 'removed' },
  hint: { label: 'Note', appearance: 'moved' },
  unclear: { label: 'Could not be checked', appearance: 'moved' },
  notRun: { label: 'Not run', appearance: 'default' },
} as const;

/** What a check found, in words. */
export function checkText(check: Check): string {
  switch (check.outcome) {
    case 'passed':
      return '';
    case 'failed':
      return failedBecause(check);
    case 'hint':
      return 'Not a member of one. That alone is no fault: other administrators may manage groups too.';
    case 'unclear':
      return check.byForge === true
        ? 'Forge refused to act for this account. That can pass, so it counts only if it happens again: check again in a minute.'
        : 'Atlassian gave no clear answer. Try again in a minute.';
    case 'notRun':
      return check.name === 'writeTest'
        ? 'Runs when an account is saved, when you check now, after a refusal, and every week, if the checks before it pass.'
        : 'Not tried, because a check before it did not pass.';
  }
}

/** Each check with its result, in the order in which they ran. */
export function CheckList({ checks }: { checks: Check[] }) {
  return (
    <Stack space="space.100">
      {checks.length === 0 && <Text>No check has run yet.</Text>}
      {checks.map((check) => (
        <CheckLine key={check.name} check={check} />
      ))}
    </Stack>
  );
}

function failedBecause(check: Check): string {
  const cause: UnavailableCause | undefined = check.cause;
  switch (cause) {
    case 'deactivated':
      return 'The account is deactivated.';
    case 'left':
      return 'The account is not on this site.';
    case 'unsupportedAccountType':
      return 'This is an app, service or customer account. Choose a person.';
    case 'noAppAccess':
      return 'Forge won’t act for this person. Share the app with this site or add them as a contributor, and have them open the app once.';
    case 'notApproved':
      return 'A site administrator has not approved what this app asks for.';
    case 'lacksPermission':
      return 'This account may not create groups. It needs the rights of a site administrator.';
    case 'notConfigured':
    case 'legacy':
    case 'waiting':
    case 'notKnown':
    case undefined:
      return check.name === 'writeTest' ? 'This account may not create groups.' : 'Atlassian said no.';
  }
}

function CheckLine({ check }: { check: Check }) {
  const { label, appearance } = OUTCOME[check.outcome];
  const instant = useInstant();
  const text = check.outcome === 'passed' && check.at !== undefined ? `On ${instant(check.at)}.` : checkText(check);
  return (
    <Stack space="space.025">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={appearance}>{label}</Lozenge>
        <Text>{checkName(check.name)}</Text>
      </Inline>
      {text !== '' && <Text color="color.text.subtle">{text}</Text>}
    </Stack>
  );
}

function checkName(name: Check['name']): string {
  switch (name) {
    case 'account':
      return 'Active account of a person';
    case 'impersonation':
      return 'Acting as this account';
    case 'siteAdminGroup':
      return 'Membership of a site administrators’ group';
    case 'writeTest':
      return 'Creating and deleting groups';
  }
}
