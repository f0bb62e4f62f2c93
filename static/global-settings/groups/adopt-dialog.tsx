import { Checkbox, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { AdoptOutcome, Candidate } from '../../../src/shared/groups/views';
import { MAX_GROUPS } from '../../../src/shared/limits';
import type { Result } from '../../../src/shared/result';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { FieldProblem } from '../../fields/field-problem';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';

interface Props {
  candidates: Candidate[];
  siteAdmin: SiteAdmin;
  onAdopted: (candidates: Candidate[], outcomes: AdoptOutcome[]) => void;
  onClose: () => void;
}

/** Asks before groups are adopted; those that give product access are left out unless that is acknowledged. */
export function AdoptDialog({ candidates, siteAdmin, onAdopted, onClose }: Props) {
  const [acknowledged, setAcknowledged] = useState(false);
  const [problem, setProblem] = useState(false);
  const proved = useProvedAction(siteAdmin);
  const [only] = candidates;
  const granting = candidates.filter(({ grantsProductAccess }) => grantsProductAccess).length;
  const chosen = acknowledged ? candidates : candidates.filter(({ grantsProductAccess }) => !grantsProductAccess);
  function adopt() {
    setProblem(chosen.length === 0);
    if (chosen.length === 0) return;
    proved.run(
      () => adoptAll(chosen, acknowledged),
      ({ groups }) => onAdopted(chosen, groups),
    );
  }
  if (proved.asking) return <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />;
  const title =
    candidates.length === 1 && only !== undefined
      ? `Adopt ${only.groupName} for space ${only.space.key}?`
      : `Adopt ${String(candidates.length)} groups?`;
  return (
    <ConfirmDialog title={title} confirmLabel="Adopt" action={proved.action} onConfirm={adopt} onCancel={onClose}>
      <Text>
        The admins of the space can then add people to the group and remove them. Whoever is in it has everything it
        gives, also in other spaces and products: this app can’t see what that is there. Deleting stays off until you
        allow it.
      </Text>
      {granting > 0 && (
        <Stack space="space.100">
          <SectionMessage appearance="warning" title={grantingText(candidates.length, granting)}>
            <Text>
              Space admins then decide who may use an Atlassian product, which may cost licences.{' '}
              {candidates.length > 1 && 'Without your consent such groups are left out.'}
            </Text>
          </SectionMessage>
          <Checkbox
            label="I know that membership gives product access"
            isChecked={acknowledged}
            isInvalid={problem}
            onChange={(event) => setAcknowledged(event.target.checked === true)}
          />
          <FieldProblem problem={problem && !acknowledged ? 'Confirm this to go on.' : undefined} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}

async function adoptAll(
  candidates: readonly Candidate[],
  acknowledgeProductAccess: boolean,
): Promise<Result<{ groups: AdoptOutcome[] }>> {
  const groups: AdoptOutcome[] = [];
  for (let first = 0; first < candidates.length; first += MAX_GROUPS) {
    const part = candidates.slice(first, first + MAX_GROUPS).map(({ groupId, space, grantsProductAccess }) => ({
      groupId,
      spaceId: space.id,
      acknowledgeProductAccess: grantsProductAccess && acknowledgeProductAccess,
    }));
    // One after the other: each call checks every group with Confluence.
    const answer = await callGlobalSettings('adoptGroups', { groups: part });
    if (!answer.ok) return groups.length === 0 ? answer : { ok: true, value: { groups } };
    groups.push(...answer.value.groups);
  }
  return { ok: true, value: { groups } };
}

function grantingText(all: number, granting: number): string {
  if (all === 1) return 'This group gives product access';
  return granting === 1 ? 'One of them gives product access' : `${String(granting)} of them give product access`;
}
