import { HelperMessage, Label, Select, Stack } from '@forge/react';

import type { GroupRow } from '../../../src/shared/groups/views';
import type { GroupId } from '../../../src/shared/ids';
import { RENAME } from '../../../src/shared/words/rename-group';

interface Props {
  groups: readonly GroupRow[];
  from: GroupId | undefined;
  onChoose: (from: GroupId | undefined) => void;
}

/** Asks for the group whose members a new one gets. Shows nothing where there is none. */
export function MembersFrom({ groups, from, onChoose }: Props) {
  if (groups.length === 0) return null;
  const options = groups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }));
  return (
    <Stack>
      <Label labelFor="members-from">{RENAME.membersFrom}</Label>
      <Select
        inputId="members-from"
        name="members-from"
        isClearable
        placeholder={RENAME.nobody}
        options={options}
        value={options.find(({ value }) => value === from) ?? null}
        onChange={(choice: { value: GroupId } | null) => onChoose(choice?.value)}
      />
      <HelperMessage>{RENAME.membersFromHelp}</HelperMessage>
    </Stack>
  );
}
