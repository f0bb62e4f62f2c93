import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { AdoptOutcome, Candidate, CandidatePage } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import { AdoptDialog } from './adopt-dialog';
import { AdoptOutcomes } from './adopt-outcomes';
import { CandidateTable } from './candidate-table';
import type { SiteAdmin } from './use-proved-action';

interface Props {
  siteAdmin: SiteAdmin;
  onAdopted: () => void;
}

/** Searches on demand for existing groups whose names match the pattern, to be taken over one by one or all at once. */
export function Candidates({ siteAdmin, onAdopted }: Props) {
  const [page, setPage] = useState<CandidatePage>();
  const [adopting, setAdopting] = useState<Candidate[]>();
  const [outcomes, setOutcomes] = useState<{ candidates: Candidate[]; outcomes: AdoptOutcome[] }>();
  const search = useAction();
  function find(start: number) {
    search.run(() => callGlobalSettings('findCandidates', { start }), setPage);
  }
  function adopted(candidates: Candidate[], answers: AdoptOutcome[]) {
    const done = answers.filter(({ outcome }) => outcome !== 'refused').map(({ groupId }) => groupId);
    setAdopting(undefined);
    setOutcomes({ candidates, outcomes: answers });
    setPage((old) => old && { ...old, candidates: old.candidates.filter(({ groupId }) => !done.includes(groupId)) });
    onAdopted();
  }
  const nextStart = page?.nextStart;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {GROUPS_TAB.candidates}
      </Heading>
      <Text>{GROUPS_TAB.candidatesText}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={search.busy} onClick={() => find(0)}>
          {GROUPS_TAB.find}
        </LoadingButton>
      </Stack>
      {search.failure !== undefined && <FailureMessage failure={search.failure} onRetry={() => find(0)} />}
      {outcomes !== undefined && <AdoptOutcomes {...outcomes} />}
      {page !== undefined && <Text>{foundText(page)}</Text>}
      {page?.changedKeysAmong !== undefined && (
        <Text color="color.text.subtle">{say(GROUPS_TAB.changedKeys, { count: page.changedKeysAmong })}</Text>
      )}
      {page?.notChecked === true && (
        <SectionMessage appearance="warning" title={GROUPS_TAB.notChecked}>
          <Text>{GROUPS_TAB.notCheckedText}</Text>
        </SectionMessage>
      )}
      {page !== undefined && page.candidates.length > 0 && (
        <CandidateTable
          candidates={page.candidates}
          onAdopt={page.notChecked ? undefined : (candidates) => setAdopting(candidates)}
        />
      )}
      {nextStart !== undefined && (
        <Stack alignInline="start">
          <LoadingButton isLoading={search.busy} onClick={() => find(nextStart)}>
            {GROUPS_TAB.continue}
          </LoadingButton>
        </Stack>
      )}
      {adopting !== undefined && (
        <AdoptDialog
          candidates={adopting}
          siteAdmin={siteAdmin}
          onAdopted={adopted}
          onClose={() => setAdopting(undefined)}
        />
      )}
    </Stack>
  );
}

function foundText({ candidates, nextStart }: CandidatePage): string {
  if (candidates.length > 0) return say(GROUPS_TAB.found, { n: candidates.length });
  return nextStart === undefined ? GROUPS_TAB.foundNone : GROUPS_TAB.foundNoneYet;
}
