import { Button, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { PLAN } from '../../../src/shared/words/take-over';
import { SavedFile } from '../../files/saved-file';
import { sortGroups, type DraftGroup } from './draft';
import { groupsFile } from './groups-file';

/** Offers a plan as a CSV file, to save and to copy: the groups that are ready, and those about which there is something to decide. */
export function PlanFile({ groups }: { groups: readonly DraftGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const { ready, space, access } = sortGroups(groups);
  const listed = [...ready, ...space, ...access];
  if (listed.length === 0) return null;
  if (!isOpen) {
    return (
      <Stack alignInline="start">
        <Button onClick={() => setOpen(true)}>{PLAN.getFile}</Button>
      </Stack>
    );
  }
  return (
    <Stack space="space.100" alignInline="stretch">
      <Text>{PLAN.fileHelp}</Text>
      <SavedFile id="take-over-file" label={PLAN.file} name={PLAN.fileName} text={groupsFile(listed)} />
    </Stack>
  );
}
