import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';

import type { PeopleResult, PersonOutcome } from '../../../src/shared/groups/views';
import type { ErrorCode } from '../../../src/shared/result';
import { forbiddenText } from '../../feedback/forbidden-text';

const DONE: readonly PersonOutcome['outcome'][] = ['added', 'alreadyMember', 'removed', 'memberNow', 'notMemberNow'];

/** Those for whom it has not worked, so that they can be tried again. */
export function unfinished({ people }: PeopleResult): string[] {
  return people.filter(({ outcome }) => !DONE.includes(outcome)).map(({ accountId }) => accountId);
}

/** What became of each person in an operation on several, and why it stopped early if it did. */
export function PersonOutcomes({ result, done }: { result: PeopleResult; done: 'added' | 'removed' }) {
  const changed = result.people.filter(({ outcome }) => outcome === done).length;
  const open = unfinished(result).length;
  return (
    <SectionMessage
      appearance={open === 0 ? 'success' : 'warning'}
      title={`${String(changed)} of ${String(result.people.length)} ${done}`}
    >
      <Stack space="space.100">
        {result.stoppedBy !== undefined && <Text>{`Stopped early. ${stopText(result.stoppedBy)}`}</Text>}
        {result.stoppedBy?.retryAfterSeconds !== undefined && (
          <Text>{`Try again in ${String(result.stoppedBy.retryAfterSeconds)} seconds.`}</Text>
        )}
        {result.people.map((person) => (
          <Inline key={person.accountId} space="space.100" alignBlock="center" shouldWrap>
            <User accountId={person.accountId} />
            <Text>{personText(person)}</Text>
          </Inline>
        ))}
      </Stack>
    </SectionMessage>
  );
}

function stopText({ code, reason }: NonNullable<PeopleResult['stoppedBy']>): string {
  if (reason === undefined) return codeText(code);
  const { why, help } = forbiddenText(reason);
  return `${why} ${help}`;
}

/** What became of one person, in words. */
function personText({ outcome, reason, code }: PersonOutcome): string {
  switch (outcome) {
    case 'added':
      return 'Added.';
    case 'alreadyMember':
      return 'Was a member already.';
    case 'removed':
      return 'Removed.';
    case 'memberNow':
      return 'They’re a member now; we don’t know whether by this request.';
    case 'notMemberNow':
      return 'They aren’t a member now; we don’t know whether by this request.';
    case 'refused': {
      if (reason === undefined) return 'Not changed: the rules say no.';
      const { why, help } = forbiddenText(reason);
      return `Not changed. ${why} ${help}`;
    }
    case 'failed':
      return `Not changed. ${codeText(code)}`;
    case 'unknown':
      return 'Not known yet: Confluence’s answer was lost. The audit says within the hour what was found.';
    case 'notAttempted':
      return 'Not tried. Try again.';
  }
}

function codeText(code: ErrorCode | undefined): string {
  switch (code) {
    case 'ATLASSIAN_REFUSED':
      return 'Atlassian did not let the privileged user do it. Ask a Confluence administrator.';
    case 'NOT_FOUND':
      return 'The account or the group no longer exists, or is hidden.';
    case 'RATE_LIMITED':
      return 'Atlassian asked this app to slow down.';
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return 'The privileged user can’t be used at the moment. Ask a Confluence administrator.';
    case 'CONSENT_MISSING':
      return 'You haven’t allowed this app to act for you. Reload the page, agree if Atlassian asks, and try again.';
    case 'AUDIT_UNAVAILABLE':
      return 'The audit entry could not be written, and nothing is changed without one.';
    case 'UPSTREAM_UNAVAILABLE':
      return 'Confluence gave no answer. Try again in a minute.';
    case 'STORAGE_UNAVAILABLE':
      return 'The app’s storage gave no answer. Try again in a minute.';
    case 'INVALID_INPUT':
    case 'FORBIDDEN':
    case 'CONFLICT':
    case 'UPSTREAM_CONTRACT':
    case 'INTERNAL':
    case undefined:
      return 'Something went wrong. Try again; if it goes on, ask a Confluence administrator.';
  }
}
