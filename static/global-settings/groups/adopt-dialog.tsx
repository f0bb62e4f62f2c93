import { Checkbox, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { AdoptOutcome, Candidate } from '../../../src/shared/groups/views';
import { MAX_GROUPS } from '../../../src/shared/limits';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
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

/** Asks before groups are taken over; groups that give product access are left out unless that's acknowledged. */
export function AdoptDialog({ candidates, siteAdmin, onAdopted, onClose }: Props) {
  const [acknowledged, setAcknowledged] = useState(false);
  const [problem, setProblem] = useState(false);
  const proved = useProvedAction(siteAdmin);
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
  if (proved.confirming) return <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />;
  return (
    <ConfirmDialog
      title={titleOf(candidates)}
      confirmLabel={GROUPS_TAB.takeOver}
      action={proved.action}
      onConfirm={adopt}
      onCancel={onClose}
    >
      <Text>{GROUPS_TAB.takeOverText}</Text>
      {granting > 0 && (
        <Acknowledgement
          all={candidates.length}
          granting={granting}
          acknowledged={acknowledged}
          isMissing={problem}
          onAcknowledge={setAcknowledged}
        />
      )}
    </ConfirmDialog>
  );
}

function titleOf(candidates: readonly Candidate[]): string {
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined
    ? say(GROUPS_TAB.takeOverOne, { group: only.groupName, key: only.space.key })
    : say(GROUPS_TAB.takeOverSeveral, { n: candidates.length });
}

interface AcknowledgementProps {
  all: number;
  granting: number;
  acknowledged: boolean;
  /** Nothing is left to take over without it. */
  isMissing: boolean;
  onAcknowledge: (acknowledged: boolean) => void;
}

function Acknowledgement({ all, granting, acknowledged, isMissing, onAcknowledge }: AcknowledgementProps) {
  return (
    <Stack space="space.100">
      <SectionMessage appearance="warning" title={grantingText(all, granting)}>
        <Text>
          {GROUPS_TAB.givesAccessText} {all > 1 && GROUPS_TAB.givesAccessLeftOut}
        </Text>
      </SectionMessage>
      <Checkbox
        label={GROUPS_TAB.acknowledge}
        isChecked={acknowledged}
        isInvalid={isMissing}
        onChange={(event) => onAcknowledge(event.target.checked === true)}
      />
      <FieldProblem problem={isMissing && !acknowledged ? GROUPS_TAB.acknowledgeMissing : undefined} />
    </Stack>
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
  return all === 1 ? GROUPS_TAB.givesAccessOne : say(GROUPS_TAB.givesAccessSome, { n: granting });
}
