import { Button, DynamicTable, Lozenge, Stack } from '@forge/react';

import type { Candidate } from '../../../src/shared/groups/views';

interface Props {
  candidates: readonly Candidate[];
  /** Absent: they can only be looked at. */
  onAdopt: ((candidates: Candidate[]) => void) | undefined;
}

/** The groups found, each with the space whose key is in its name. */
export function CandidateTable({ candidates, onAdopt }: Props) {
  const head = ['Group', 'Space', 'Product access', ...(onAdopt === undefined ? [] : ['Actions'])];
  const rows = candidates.map((candidate) => ({
    key: candidate.groupId,
    cells: [
      { key: 'group', content: candidate.groupName },
      { key: 'space', content: `${candidate.space.name} (${candidate.space.key})` },
      {
        key: 'access',
        content: <ProductAccess grants={candidate.grantsProductAccess} />,
      },
      ...(onAdopt === undefined
        ? []
        : [
            {
              key: 'actions',
              content: (
                <Button spacing="compact" onClick={() => onAdopt([candidate])}>
                  Adopt
                </Button>
              ),
            },
          ]),
    ],
  }));
  return (
    <Stack space="space.100">
      <DynamicTable
        label="Groups that match the pattern"
        head={{ cells: head.map((title) => ({ key: title, content: title })) }}
        rows={rows}
      />
      {onAdopt !== undefined && candidates.length > 1 && (
        <Stack alignInline="start">
          <Button onClick={() => onAdopt([...candidates])}>Adopt all on this page</Button>
        </Stack>
      )}
    </Stack>
  );
}

function ProductAccess({ grants }: { grants: Candidate['grantsProductAccess'] }) {
  if (grants === 'notChecked') return 'Not checked';
  return grants ? <Lozenge appearance="moved">Gives product access</Lozenge> : 'None seen';
}
