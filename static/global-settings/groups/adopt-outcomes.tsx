import { SectionMessage, Stack, Text } from '@forge/react';

import type { AdoptOutcome, Candidate } from '../../../src/shared/groups/views';
import { REASONS } from '../../../src/shared/words/reasons';

interface Props {
  candidates: readonly Candidate[];
  outcomes: readonly AdoptOutcome[];
}

/** What became of each group. */
export function AdoptOutcomes({ candidates, outcomes }: Props) {
  const done = outcomes.filter(({ outcome }) => outcome === 'adopted').length;
  function nameOf(groupId: string) {
    return candidates.find((candidate) => candidate.groupId === groupId)?.groupName ?? groupId;
  }
  return (
    <SectionMessage
      appearance={done === candidates.length ? 'success' : 'warning'}
      title={`${String(done)} of ${String(candidates.length)} adopted`}
    >
      <Stack space="space.050">
        {outcomes.map((outcome) => (
          <Text key={outcome.groupId}>{`${nameOf(outcome.groupId)}: ${outcomeText(outcome)}`}</Text>
        ))}
      </Stack>
    </SectionMessage>
  );
}

function outcomeText({ outcome, reason }: AdoptOutcome): string {
  switch (outcome) {
    case 'adopted':
      return 'Adopted.';
    case 'alreadyRecorded':
      return 'Belongs to a space already.';
    case 'refused':
      return refusedText(reason);
  }
}

function refusedText(reason: AdoptOutcome['reason']): string {
  if (reason === undefined) return 'Not adopted: the rules say no.';
  if (reason === 'GROUP_NOT_FOUND') return 'Not adopted: the group no longer exists.';
  if (reason === 'SPACE_NOT_FOUND') return 'Not adopted: the space no longer exists, or you may not see it.';
  const { why, help } = REASONS[reason];
  return `Not adopted. ${why} ${help}`;
}
