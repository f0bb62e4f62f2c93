import { Button, LoadingButton, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { UNDER_WAY } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { waitText } from '../../feedback/why-text';
import { useInstant } from '../../hooks/use-instant';
import { progressOf } from './progress';
import type { HeldChange } from './use-change';

/** Shows how far a change has come, and why it waits if it does. */
export function UnderWay({ held }: { held: HeldChange }) {
  const { change, isMine, lost } = held;
  const { done, total, minutesLeft } = progressOf(change);
  return (
    <Stack space="space.150">
      <ProgressBar ariaLabel={UNDER_WAY.label} value={total === 0 ? 0 : done / total} />
      {change.state === 'queued' && <Text>{UNDER_WAY.queued}</Text>}
      {change.state === 'running' && minutesLeft !== undefined && (
        <Text>{say(UNDER_WAY.timeLeft, { n: minutesLeft })}</Text>
      )}
      {change.state === 'waiting' && <Waiting change={change} />}
      {!isMine && <Text>{UNDER_WAY.ofOther}</Text>}
      {lost !== undefined && <Text>{UNDER_WAY.notRead}</Text>}
    </Stack>
  );
}

/** Resumes a change that waits for a person, cancels it, and reads it again for others than its author. */
export function UnderWayButtons({ held: { change, action, isMine, resume, cancel, reload } }: { held: HeldChange }) {
  return (
    <>
      {isPaused(change) && (
        <LoadingButton appearance="primary" isLoading={action.busy} onClick={resume}>
          {UNDER_WAY.resume}
        </LoadingButton>
      )}
      <Button isDisabled={action.busy} onClick={cancel}>
        {UNDER_WAY.cancel}
      </Button>
      {!isMine && (
        <Button isDisabled={action.busy} onClick={reload}>
          {UNDER_WAY.refresh}
        </Button>
      )}
    </>
  );
}

function isPaused({ state, waitsUntil }: ChangeView): boolean {
  return state === 'waiting' && waitsUntil === undefined;
}

function Waiting({ change }: { change: ChangeView }) {
  const instant = useInstant();
  return (
    <SectionMessage appearance="information" title={say(UNDER_WAY.waits, { why: waitText(change.why) })}>
      <Text>
        {change.waitsUntil === undefined
          ? UNDER_WAY.paused
          : say(UNDER_WAY.until, { when: instant(change.waitsUntil) })}
      </Text>
    </SectionMessage>
  );
}
