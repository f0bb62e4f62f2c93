import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';

import type { PeopleResult, PersonOutcome } from '../../../src/shared/groups/views';
import { WAIT } from '../../../src/shared/words/failures';
import { say } from '../../../src/shared/words/format';
import { REASONS } from '../../../src/shared/words/reasons';
import { failureLine } from '../../feedback/failure-text';

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
          <Text>{say(WAIT, { n: result.stoppedBy.retryAfterSeconds })}</Text>
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
  if (reason === undefined) return failureLine(code);
  const { why, help } = REASONS[reason];
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
      const { why, help } = REASONS[reason];
      return `Not changed. ${why} ${help}`;
    }
    case 'failed':
      return `Not changed. ${failureLine(code ?? 'INTERNAL')}`;
    case 'unknown':
      return 'Not known yet: Confluence’s answer was lost. The audit says within the hour what was found.';
    case 'notAttempted':
      return 'Not tried. Try again.';
  }
}
