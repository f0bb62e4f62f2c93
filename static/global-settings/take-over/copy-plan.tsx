import { Button, HelperMessage, Label, Stack, TextArea } from '@forge/react';
import { useState } from 'react';

import { PLAN } from '../../../src/shared/words/take-over';
import { sortGroups, type DraftGroup } from './draft';
import { groupsFile } from './groups-file';

/** Offers a plan as CSV: the groups that are ready, and those about which there is something to decide. */
export function CopyPlan({ groups }: { groups: readonly DraftGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const { ready, space, access } = sortGroups(groups);
  const listed = [...ready, ...space, ...access];
  if (listed.length === 0) return null;
  if (!isOpen) {
    return (
      <Stack alignInline="start">
        <Button onClick={() => setOpen(true)}>{PLAN.copy}</Button>
      </Stack>
    );
  }
  return (
    <Stack>
      <Label labelFor="take-over-copy">{PLAN.copyLabel}</Label>
      <TextArea
        id="take-over-copy"
        name="take-over-copy"
        isReadOnly
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
        autoFocus
        minimumRows={6}
        value={groupsFile(listed)}
      />
      <HelperMessage>{PLAN.copyHelp}</HelperMessage>
    </Stack>
  );
}
