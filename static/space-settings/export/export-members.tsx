import { Button, Heading, Stack, Text } from '@forge/react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { MOST_MEMBERS_READ } from '../../../src/shared/limits';
import { EXPORT_MEMBERS } from '../../../src/shared/words/export-members';
import { say } from '../../../src/shared/words/format';
import { BatchProgress } from '../../feedback/batch-progress';
import { FailureMessage } from '../../feedback/failure-message';
import { ExportedMembers } from './exported-members';
import type { MembersRead } from './members-read';
import { useExport } from './use-export';

interface Props {
  group: GroupRow;
  /** Absent: not known since the group changed. */
  total: number | undefined;
  onReload: () => void;
}

/** Reads the group's members and shows them as a file that can be brought back. A group that is too large says so before. */
export function ExportMembers({ group, total, onReload }: Props) {
  const { current, begin, retry, end } = useExport(group.groupId);
  if (total === 0) return null;
  const isAtRest = current.state === 'idle' || current.state === 'stopped';
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {EXPORT_MEMBERS.title}
      </Heading>
      {current.state === 'stopped' && <Text>{EXPORT_MEMBERS.stopped}</Text>}
      {isAtRest && <Start total={total} takesFocus={current.state === 'stopped'} onStart={begin} />}
      {current.state === 'reading' && <Reading read={current.read} onStop={() => end('stopped')} />}
      {current.state === 'failed' && <FailureMessage failure={current.failure} onRetry={retry} onReload={onReload} />}
      {current.state === 'done' && (
        <ExportedMembers groupName={group.groupName} read={current.read} onClose={() => end('idle')} />
      )}
    </Stack>
  );
}

interface StartProps {
  total: number | undefined;
  /** The pressed button is gone. */
  takesFocus: boolean;
  onStart: () => void;
}

function Start({ total, takesFocus, onStart }: StartProps) {
  if (total !== undefined && total > MOST_MEMBERS_READ) {
    return <Text>{say(EXPORT_MEMBERS.tooMany, { n: counted(total), most: counted(MOST_MEMBERS_READ) })}</Text>;
  }
  return (
    <Stack space="space.100" alignInline="start">
      <Text color="color.text.subtle">{EXPORT_MEMBERS.help}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Button autoFocus={takesFocus} onClick={onStart}>
        {total === undefined ? EXPORT_MEMBERS.start : say(EXPORT_MEMBERS.startAll, { n: total })}
      </Button>
    </Stack>
  );
}

function Reading({ read: { members, total }, onStop }: { read: MembersRead; onStop: () => void }) {
  return (
    <Stack space="space.100">
      <Text>
        {total === undefined
          ? EXPORT_MEMBERS.reading
          : say(EXPORT_MEMBERS.progress, { done: counted(members.length), total: counted(total) })}
      </Text>
      <BatchProgress
        label={EXPORT_MEMBERS.reading}
        done={members.length}
        total={total ?? 0}
        stopping={false}
        takesFocus
        onStop={onStop}
      />
    </Stack>
  );
}

function counted(n: number): string {
  return n.toLocaleString('en-US');
}
