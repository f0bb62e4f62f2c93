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
  return (
    <Stack space="space.200">
      <Search busy={search.busy} onSearch={() => find(0)} />
      {search.failure !== undefined && <FailureMessage failure={search.failure} onRetry={() => find(0)} />}
      {outcomes !== undefined && <AdoptOutcomes {...outcomes} />}
      {page !== undefined && <Found page={page} busy={search.busy} onAdopt={setAdopting} onContinue={find} />}
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

interface SearchProps {
  busy: boolean;
  onSearch: () => void;
}

function Search({ busy, onSearch }: SearchProps) {
  return (
    <>
      <Heading as="h2" size="medium">
        {GROUPS_TAB.candidates}
      </Heading>
      <Text>{GROUPS_TAB.candidatesText}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={busy} onClick={onSearch}>
          {GROUPS_TAB.find}
        </LoadingButton>
      </Stack>
    </>
  );
}

interface FoundProps {
  page: CandidatePage;
  busy: boolean;
  onAdopt: (candidates: Candidate[]) => void;
  onContinue: (start: number) => void;
}

function Found({ page, busy, onAdopt, onContinue }: FoundProps) {
  const { candidates, changedKeysAmong, notChecked, nextStart } = page;
  return (
    <>
      <Text>{foundText(page)}</Text>
      {changedKeysAmong !== undefined && (
        <Text color="color.text.subtle">{say(GROUPS_TAB.changedKeys, { count: changedKeysAmong })}</Text>
      )}
      {notChecked === true && (
        <SectionMessage appearance="warning" title={GROUPS_TAB.notChecked}>
          <Text>{GROUPS_TAB.notCheckedText}</Text>
        </SectionMessage>
      )}
      {candidates.length > 0 && <CandidateTable candidates={candidates} onAdopt={notChecked ? undefined : onAdopt} />}
      {nextStart !== undefined && (
        <Stack alignInline="start">
          <LoadingButton isLoading={busy} onClick={() => onContinue(nextStart)}>
            {GROUPS_TAB.continue}
          </LoadingButton>
        </Stack>
      )}
    </>
  );
}

function foundText({ candidates, nextStart }: CandidatePage): string {
  if (candidates.length > 0) return say(GROUPS_TAB.found, { n: candidates.length });
  return nextStart === undefined ? GROUPS_TAB.foundNone : GROUPS_TAB.foundNoneYet;
}
