import { Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { TAKING } from '../../../src/shared/words/take-over';
import { FailureMessage } from '../../feedback/failure-message';
import type { HeldTakeover } from './use-takeover';

interface Props {
  held: HeldTakeover;
  onClose: () => void;
}

/** Shows a plan to stop managing groups that were taken over, and carries it out. */
export function StopPlan({ held, onClose }: Props) {
  const { takeover, proved, apply, cancel } = held;
  const { willChange: n, nothingToDo, notAllowed } = takeover.planned;
  const rest = nothingToDo + notAllowed;
  const { failure } = proved.action;
  const isOutdated = (failure?.code === 'CONFLICT' || failure?.code === 'NOT_FOUND') && failure.what === 'run';
  function discard() {
    cancel();
    onClose();
  }
  return (
    <Stack space="space.150">
      <Stack space="space.050">
        <Text>{n === 0 ? TAKING.nothingToStop : TAKING.stopText}</Text>
        {rest > 0 && <Text>{say(TAKING.stopRest, { n: rest })}</Text>}
      </Stack>
      {isOutdated && (
        <SectionMessage appearance="warning" title={TAKING.lapsed}>
          <Text>{TAKING.lapsedText}</Text>
        </SectionMessage>
      )}
      {failure !== undefined && !isOutdated && !proved.confirming && <FailureMessage failure={failure} />}
      <Inline space="space.100">
        {n > 0 && (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
          <LoadingButton appearance="warning" autoFocus isLoading={proved.action.busy} onClick={apply}>
            {say(TAKING.stop, { n })}
          </LoadingButton>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button appearance="subtle" autoFocus={n === 0} onClick={discard}>
          {TAKING.discard}
        </Button>
      </Inline>
    </Stack>
  );
}
