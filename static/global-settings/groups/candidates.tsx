import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { AdoptOutcome, Candidate, CandidatePage } from '../../../src/shared/groups/views';
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

/** Existing groups whose names match the pattern: searched on demand, adopted one by one or all at once. */
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
        Groups that could be adopted
      </Heading>
      <Text>
        Adopting lets the admins of a space edit an existing group. This app can’t see what a group gives in other
        products, so look there first.
      </Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={search.busy} onClick={() => find(0)}>
          Find groups that match the pattern
        </LoadingButton>
      </Stack>
      {search.failure !== undefined && <FailureMessage failure={search.failure} onRetry={() => find(0)} />}
      {outcomes !== undefined && <AdoptOutcomes {...outcomes} />}
      {page !== undefined && <Text>{foundText(page)}</Text>}
      {page?.changedKeysAmong !== undefined && (
        <Text color="color.text.subtle">
          {`If a space’s key was changed, groups named after the new key may be missing: only ${String(page.changedKeysAmong)} spaces were searched for changed keys.`}
        </Text>
      )}
      {page?.notChecked === true && (
        <SectionMessage appearance="warning" title="These groups can’t be taken over right now">
          <Text>
            Confluence doesn’t show the privileged user which groups give admin access, so this app leaves these groups
            alone. Try again in a few minutes. If it keeps happening, run the site checks on the Support tab.
          </Text>
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
            Search on
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
  if (candidates.length === 1) return 'One group matches the pattern and belongs to no space yet.';
  if (candidates.length > 1) return `${String(candidates.length)} groups match the pattern and belong to no space yet.`;
  return nextStart === undefined
    ? 'No other group matches the pattern.'
    : 'No match among the groups looked at so far. Search on.';
}
