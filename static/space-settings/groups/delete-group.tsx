import { Button, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { DeleteDialog } from './delete-dialog';

interface Props {
  group: GroupRow;
  callerIsMember: boolean;
  onDeleted: () => void;
}

/** Deletes the group after its name is typed; says why it can't be deleted if that's off. */
export function DeleteGroup({ group, callerIsMember, onDeleted }: Props) {
  const [confirming, setConfirming] = useState(false);
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h3" size="small">
        {SPACE_PAGE.deleteThis}
      </Heading>
      {group.deletable ? (
        <Button onClick={() => setConfirming(true)}>{SPACE_PAGE.deleteConfirm}</Button>
      ) : (
        <Text>{SPACE_PAGE.notDeletable}</Text>
      )}
      {confirming && (
        <DeleteDialog
          group={group}
          callerIsMember={callerIsMember}
          onDeleted={onDeleted}
          onClose={() => setConfirming(false)}
        />
      )}
    </Stack>
  );
}
