import { Button, Stack, Text } from '@forge/react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { EXPORT_MEMBERS } from '../../../src/shared/words/export-members';
import { say } from '../../../src/shared/words/format';
import { SavedFile } from '../../files/saved-file';
import { membersFile } from '../../people-list/members-file';
import type { MembersRead } from './members-read';

interface Props {
  groupName: string;
  read: MembersRead;
  onClose: () => void;
}

/** Shows members as a file to copy, how large it is, and who isn't in it. */
export function ExportedMembers({ groupName, read: { members, total = 0, hasChanged }, onClose }: Props) {
  const file = membersFile(members.map((member) => ({ ...member, group: groupName })));
  const missing = total - members.length;
  return (
    <Stack space="space.100">
      {members.length === 0 ? (
        <Text>{EXPORT_MEMBERS.nobody}</Text>
      ) : (
        <Text>{say(EXPORT_MEMBERS.ready, { n: members.length, size: sizeOf(file) })}</Text>
      )}
      {hasChanged && <Text>{EXPORT_MEMBERS.changed}</Text>}
      {!hasChanged && missing > 0 && <Text>{say(EXPORT_MEMBERS.missing, { n: missing })}</Text>}
      {members.length > 0 && (
        <SavedFile id="exported-members" label={EXPORT_MEMBERS.file} name={groupName} text={file} />
      )}
      <Stack alignInline="start">
        <Button onClick={onClose}>{CONTROLS.close}</Button>
      </Stack>
    </Stack>
  );
}

function sizeOf(file: string): string {
  return say(EXPORT_MEMBERS.size, { n: Math.ceil(new TextEncoder().encode(file).length / 1024) });
}
