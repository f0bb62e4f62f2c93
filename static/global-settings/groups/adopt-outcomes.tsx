import { SectionMessage, Stack, Text } from '@forge/react';

import type { AdoptOutcome, Candidate } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB, TAKE_OVER_OUTCOMES } from '../../../src/shared/words/groups-tab';
import { REASONS } from '../../../src/shared/words/reasons';

interface Props {
  candidates: readonly Candidate[];
  outcomes: readonly AdoptOutcome[];
}

/** Shows the result for each group. */
export function AdoptOutcomes({ candidates, outcomes }: Props) {
  const done = outcomes.filter(({ outcome }) => outcome === 'adopted').length;
  function nameOf(groupId: string) {
    return candidates.find((candidate) => candidate.groupId === groupId)?.groupName ?? groupId;
  }
  return (
    <SectionMessage
      appearance={done === candidates.length ? 'success' : 'warning'}
      title={say(GROUPS_TAB.takenOverCount, { done, total: candidates.length })}
    >
      <Stack space="space.050">
        {outcomes.map((outcome) => (
          <Text key={outcome.groupId}>
            {say(GROUPS_TAB.outcome, { group: nameOf(outcome.groupId), outcome: outcomeText(outcome) })}
          </Text>
        ))}
      </Stack>
    </SectionMessage>
  );
}

function outcomeText({ outcome, reason }: AdoptOutcome): string {
  if (outcome !== 'refused') return TAKE_OVER_OUTCOMES[outcome];
  if (reason === undefined) return GROUPS_TAB.notTakenOverRules;
  if (reason === 'GROUP_NOT_FOUND') return GROUPS_TAB.notTakenOverGone;
  if (reason === 'SPACE_NOT_FOUND') return GROUPS_TAB.notTakenOverSpace;
  return say(GROUPS_TAB.notTakenOver, REASONS[reason]);
}
