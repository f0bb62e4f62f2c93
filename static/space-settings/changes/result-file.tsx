import { Button, HelperMessage, Stack } from '@forge/react';

import type { ChangeLine, ChangeView } from '../../../src/shared/groups/changes';
import { MOST_LINES_READ } from '../../../src/shared/limits';
import { RESULT_FILE } from '../../../src/shared/words/changes';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { answered, callSpaceSettings } from '../../api';
import { BatchProgress } from '../../feedback/batch-progress';
import { FailureMessage } from '../../feedback/failure-message';
import { SavedFile } from '../../files/saved-file';
import { useInstant } from '../../hooks/use-instant';
import { useReadAll } from '../../hooks/use-read-all';
import { membersFile } from '../../people-list/members-file';
import { resultRows } from './result-rows';

/** Reads all lines of a change on request, and offers them as a file. */
export function ResultFile({ change }: { change: ChangeView }) {
  const { current, begin, retry, end } = useLines(change);
  const isAtRest = current.state === 'idle' || current.state === 'stopped';
  return (
    <Stack space="space.100" alignInline="stretch">
      {isAtRest && (
        <Stack alignInline="start">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- after Stop, the button that was pressed is gone */}
          <Button autoFocus={current.state === 'stopped'} onClick={begin}>
            {RESULT_FILE.get}
          </Button>
        </Stack>
      )}
      {current.state === 'reading' && (
        <BatchProgress
          label={RESULT_FILE.reading}
          done={current.read.length}
          total={change.lines}
          stopping={false}
          takesFocus
          onStop={() => end('stopped')}
        />
      )}
      {current.state === 'failed' && <FailureMessage failure={current.failure} onRetry={retry} />}
      {current.state === 'done' && <Ready change={change} lines={current.read} onClose={() => end('idle')} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(current)}</HelperMessage>
    </Stack>
  );
}

function Ready({ change, lines, onClose }: { change: ChangeView; lines: readonly ChangeLine[]; onClose: () => void }) {
  const instant = useInstant();
  const group = change.groups.map(({ groupName }) => groupName).join(' ');
  return (
    <Stack space="space.100" alignInline="stretch">
      <SavedFile
        id="change-file"
        label={RESULT_FILE.file}
        name={say(RESULT_FILE.name, { group, date: change.createdAt.slice(0, 10) })}
        text={membersFile(resultRows(change, lines, instant))}
      />
      <Stack alignInline="start">
        <Button onClick={onClose}>{CONTROLS.close}</Button>
      </Stack>
    </Stack>
  );
}

function useLines({ changeId }: ChangeView) {
  return useReadAll<readonly ChangeLine[], number>({
    nothing: [],
    first: 0,
    readOn: async (read, after) => {
      const answer = await answered(callSpaceSettings('readChangeLines', { changeId, after, most: MOST_LINES_READ }));
      if (!answer.ok) return answer;
      return { ok: true, value: { read: [...read, ...answer.value.lines], next: answer.value.next } };
    },
  });
}

function statusText(current: ReturnType<typeof useLines>['current']): string {
  if (current.state === 'stopped') return RESULT_FILE.stopped;
  if (current.state === 'reading') return say(RESULT_FILE.progress, { n: current.read.length });
  return current.state === 'done' ? say(RESULT_FILE.ready, { n: current.read.length }) : '';
}
