import { Button, LoadingButton, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';

import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { say } from '../../../src/shared/words/format';
import { TAKING } from '../../../src/shared/words/take-over';
import { waitText } from '../../feedback/why-text';
import { useInstant } from '../../hooks/use-instant';
import { progressOf } from './takeover-text';
import type { HeldTakeover } from './use-takeover';

/** Shows how far groups are taken over, and why that waits if it does. */
export function UnderWay({ held: { takeover, isMine, lost } }: { held: HeldTakeover }) {
  const { done, total, minutesLeft } = progressOf(takeover);
  return (
    <Stack space="space.150">
      <ProgressBar ariaLabel={TAKING.label} value={total === 0 ? 0 : done / total} />
      {takeover.state === 'waiting' ? (
        <Waiting takeover={takeover} isMine={isMine} />
      ) : (
        <Text>{say(TAKING.timeLeft, { n: minutesLeft })}</Text>
      )}
      {!isMine && <Text>{TAKING.ofOther}</Text>}
      {lost !== undefined && <Text>{TAKING.notRead}</Text>}
    </Stack>
  );
}

/** Resumes it where it waits for a person, cancels it, and reads it again for others than its author. */
export function UnderWayButtons({ held }: { held: HeldTakeover }) {
  const { takeover, action, proved, isMine } = held;
  const waitsForProof = takeover.why === 'CONFIRM_AGAIN';
  const waitsForPerson = takeover.state === 'waiting' && takeover.waitsUntil === undefined;
  return (
    <>
      {waitsForPerson && (isMine || !waitsForProof) && (
        <LoadingButton appearance="primary" isLoading={proved.action.busy} onClick={held.resume}>
          {waitsForProof ? TAKING.confirmAgain : TAKING.resume}
        </LoadingButton>
      )}
      <Button isDisabled={action.busy} onClick={held.cancel}>
        {TAKING.cancel}
      </Button>
      {!isMine && (
        <Button isDisabled={action.busy} onClick={held.reload}>
          {TAKING.refresh}
        </Button>
      )}
    </>
  );
}

function Waiting({ takeover: { why, waitsUntil }, isMine }: { takeover: TakeoverView; isMine: boolean }) {
  const instant = useInstant();
  const forProof = isMine ? TAKING.confirmText : TAKING.confirmOther;
  const forPerson = why === 'CONFIRM_AGAIN' ? forProof : TAKING.paused;
  return (
    <SectionMessage appearance="information" title={say(TAKING.waits, { why: waitText(why) })}>
      <Text>{waitsUntil === undefined ? forPerson : say(TAKING.until, { when: instant(waitsUntil) })}</Text>
    </SectionMessage>
  );
}
