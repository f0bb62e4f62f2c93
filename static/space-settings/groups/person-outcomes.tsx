import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';

import type { PeopleResult, PersonOutcome } from '../../../src/shared/groups/views';
import { WAIT } from '../../../src/shared/words/failures';
import { say } from '../../../src/shared/words/format';
import { REASONS } from '../../../src/shared/words/reasons';
import { PERSON_OUTCOMES, SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { failureLine } from '../../feedback/failure-text';

const DONE: readonly PersonOutcome['outcome'][] = ['added', 'alreadyMember', 'removed', 'memberNow', 'notMemberNow'];

/** Returns the people for whom it failed, so that they can be tried again. */
export function unfinished({ people }: PeopleResult): string[] {
  return people.filter(({ outcome }) => !DONE.includes(outcome)).map(({ accountId }) => accountId);
}

/** Shows each person's result in an operation on several, and why it stopped early if it did. */
export function PersonOutcomes({ result, done }: { result: PeopleResult; done: 'added' | 'removed' }) {
  const changed = result.people.filter(({ outcome }) => outcome === done).length;
  const open = unfinished(result).length;
  const later = result.people.filter(({ reason }) => reason === 'CHANGED_LATER').length;
  return (
    <SectionMessage
      appearance={open === 0 ? 'success' : 'warning'}
      title={say(done === 'added' ? SPACE_PAGE.added : SPACE_PAGE.removed, {
        done: changed,
        total: result.people.length,
      })}
    >
      <Stack space="space.100">
        {result.stoppedBy !== undefined && <Text>{say(SPACE_PAGE.stopped, { why: stopText(result.stoppedBy) })}</Text>}
        {result.stoppedBy?.retryAfterSeconds !== undefined && (
          <Text>{say(WAIT, { n: result.stoppedBy.retryAfterSeconds })}</Text>
        )}
        {later > 0 && <Text>{say(SPACE_PAGE.changedLater, { n: later })}</Text>}
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

/** Puts one person's result into words. */
function personText({ outcome, reason, code }: PersonOutcome): string {
  if (outcome === 'failed') return say(PERSON_OUTCOMES.failed, { failure: failureLine(code ?? 'INTERNAL') });
  if (outcome !== 'refused') return PERSON_OUTCOMES[outcome];
  return reason === undefined ? SPACE_PAGE.notAllowed : say(PERSON_OUTCOMES.refused, REASONS[reason]);
}
