import { Button, DynamicTable, Lozenge, Stack } from '@forge/react';

import type { Candidate } from '../../../src/shared/groups/views';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';

interface Props {
  candidates: readonly Candidate[];
  /** Absent: the list is read-only. */
  onAdopt: ((candidates: Candidate[]) => void) | undefined;
}

/** Lists the groups found, each with the space whose key is in its name. */
export function CandidateTable({ candidates, onAdopt }: Props) {
  const head = [
    GROUPS_TAB.group,
    GROUPS_TAB.space,
    GROUPS_TAB.productAccess,
    ...(onAdopt === undefined ? [] : [GROUPS_TAB.actions]),
  ];
  const rows = candidates.map((candidate) => ({ key: candidate.groupId, cells: cellsOf(candidate, onAdopt) }));
  return (
    <Stack space="space.100">
      <DynamicTable
        label={GROUPS_TAB.matching}
        head={{ cells: head.map((title) => ({ key: title, content: title })) }}
        rows={rows}
      />
      {onAdopt !== undefined && candidates.length > 1 && (
        <Stack alignInline="start">
          <Button onClick={() => onAdopt([...candidates])}>{GROUPS_TAB.takeOverAll}</Button>
        </Stack>
      )}
    </Stack>
  );
}

function cellsOf(candidate: Candidate, onAdopt: Props['onAdopt']) {
  const { groupName, space, grantsProductAccess } = candidate;
  const facts = [
    { key: 'group', content: groupName },
    { key: 'space', content: `${space.name} (${space.key})` },
    { key: 'access', content: <ProductAccess grants={grantsProductAccess} /> },
  ];
  if (onAdopt === undefined) return facts;
  const takeOver = (
    <Button spacing="compact" onClick={() => onAdopt([candidate])}>
      {GROUPS_TAB.takeOver}
    </Button>
  );
  return [...facts, { key: 'actions', content: takeOver }];
}

function ProductAccess({ grants }: { grants: Candidate['grantsProductAccess'] }) {
  if (grants === 'notChecked') return GROUPS_TAB.accessNotChecked;
  return grants ? <Lozenge appearance="moved">{GROUPS_TAB.givesAccess}</Lozenge> : GROUPS_TAB.accessNotFound;
}
