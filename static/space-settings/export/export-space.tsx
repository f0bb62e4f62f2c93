import { Button, HelperMessage, Stack, Text } from '@forge/react';

import { MOST_MEMBERS_READ } from '../../../src/shared/limits';
import { CONTROLS } from '../../../src/shared/words/controls';
import { EXPORT_SPACE } from '../../../src/shared/words/export-members';
import { say } from '../../../src/shared/words/format';
import { BatchProgress } from '../../feedback/batch-progress';
import { FailureMessage } from '../../feedback/failure-message';
import { Section } from '../../feedback/section';
import { SavedFile } from '../../files/saved-file';
import { useReadAll } from '../../hooks/use-read-all';
import { membersFile } from '../../people-list/members-file';
import {
  FIRST_PLACE,
  isTooLarge,
  membersOf,
  NO_SPACE_READ,
  readSpaceOn,
  type SpacePlace,
  type SpaceRead,
} from './space-read';

/** Reads on request the members of all groups of the space, and offers them as one file. Counts them first: too many aren't read. */
export function ExportSpace({ spaceKey }: { spaceKey: string }) {
  return (
    <Section title={EXPORT_SPACE.title}>
      <Export spaceKey={spaceKey} />
    </Section>
  );
}

function Export({ spaceKey }: { spaceKey: string }) {
  const { current, begin, retry, end } = useReadAll<SpaceRead, SpacePlace>({
    nothing: NO_SPACE_READ,
    first: FIRST_PLACE,
    readOn: readSpaceOn,
  });
  const isAtRest = current.state === 'idle' || current.state === 'stopped';
  return (
    <Stack space="space.100" alignInline="stretch">
      {isAtRest && <Start takesFocus={current.state === 'stopped'} onStart={begin} />}
      {current.state === 'reading' && (
        <BatchProgress
          label={EXPORT_SPACE.reading}
          done={current.read.rows.length}
          total={membersOf(current.read)}
          stopping={false}
          takesFocus
          onStop={() => end('stopped')}
        />
      )}
      {current.state === 'failed' && <FailureMessage failure={current.failure} onRetry={retry} />}
      {current.state === 'done' && <Done spaceKey={spaceKey} read={current.read} onClose={() => end('idle')} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(current)}</HelperMessage>
    </Stack>
  );
}

function Start({ takesFocus, onStart }: { takesFocus: boolean; onStart: () => void }) {
  return (
    <Stack space="space.100" alignInline="start">
      <Text color="color.text.subtle">{say(EXPORT_SPACE.help, { most: counted(MOST_MEMBERS_READ) })}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- after Stop, the button that was pressed is gone */}
      <Button autoFocus={takesFocus} onClick={onStart}>
        {EXPORT_SPACE.start}
      </Button>
    </Stack>
  );
}

function Done({ spaceKey, read, onClose }: { spaceKey: string; read: SpaceRead; onClose: () => void }) {
  const hasFile = !isTooLarge(read) && read.rows.length > 0;
  return (
    <Stack space="space.100" alignInline="stretch">
      {read.leftOut.length > 0 && (
        <Text>{say(EXPORT_SPACE.leftOut, { n: read.leftOut.length, groups: read.leftOut.join(', ') })}</Text>
      )}
      {hasFile && (
        <SavedFile
          id="exported-space"
          label={EXPORT_SPACE.file}
          name={say(EXPORT_SPACE.name, { space: spaceKey })}
          text={membersFile(read.rows)}
        />
      )}
      <Stack alignInline="start">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button autoFocus={!hasFile} onClick={onClose}>
          {CONTROLS.close}
        </Button>
      </Stack>
    </Stack>
  );
}

function statusText(current: ReturnType<typeof useReadAll<SpaceRead, SpacePlace>>['current']): string {
  if (current.state === 'stopped') return EXPORT_SPACE.stopped;
  if (current.state !== 'reading' && current.state !== 'done') return '';
  const { read } = current;
  const total = membersOf(read);
  if (current.state === 'reading') {
    return read.rows.length === 0
      ? say(EXPORT_SPACE.counting, { n: read.groups.length })
      : say(EXPORT_SPACE.progress, { done: counted(read.rows.length), total: counted(total) });
  }
  if (isTooLarge(read)) return say(EXPORT_SPACE.tooMany, { n: counted(total), most: counted(MOST_MEMBERS_READ) });
  return say(EXPORT_SPACE.ready, {
    n: read.rows.length,
    groups: read.filled.length,
    missing: total - read.rows.length,
  });
}

function counted(n: number): string {
  return n.toLocaleString('en-US');
}
