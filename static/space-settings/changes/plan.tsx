import { Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import { ENDED, PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';
import type { Failure } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides } from '../../fields/field-problem';
import { useInstant } from '../../hooks/use-instant';
import { asksFirst } from './agreed';
import { Agreement, useAgreement } from './agreement';
import { applyLabel, planText, restText } from './change-text';
import type { HeldChange } from './use-change';

interface Props {
  held: HeldChange;
  onClose: () => void;
}

/** Shows what would happen, and carries it out. Somebody who removes many types their number first; whoever removes themselves confirms it. */
export function Plan({ held, onClose }: Props) {
  const { change, action } = held;
  const what = planText(change);
  const agreement = useAgreement(held);
  const failure = failureBesides(action.failure, ['typedNumber', 'confirmSelf']);
  if (isOutdated(failure)) return <Lapsed onClose={onClose} />;
  const asks = asksFirst(change);
  return (
    <Stack space="space.150">
      <PlanText held={held} what={what} />
      {what !== undefined && <Agreement {...agreement.fields} change={change} takesFocus />}
      {failure !== undefined && <FailureMessage failure={failure} />}
      <Inline space="space.100">
        {what !== undefined && (
          <LoadingButton
            appearance="primary"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
            autoFocus={!asks}
            isLoading={action.busy}
            onClick={agreement.apply}
          >
            {applyLabel(change.planned, change.person)}
          </LoadingButton>
        )}
        <Discard
          held={held}
          takesFocus={what === undefined || (asks && change.needsTypedNumber === undefined)}
          isAlone={what === undefined}
          onClose={onClose}
        />
      </Inline>
    </Stack>
  );
}

function PlanText({ held: { change }, what }: { held: HeldChange; what: string | undefined }) {
  const instant = useInstant();
  const rest = restText(change);
  const words = change.person === undefined ? PLAN : PERSON_CHANGE;
  return (
    <Stack space="space.050">
      <Text>{what === undefined ? words.nothing : say(PLAN.sentence, { what })}</Text>
      {rest !== undefined && <Text>{`${rest}.`}</Text>}
      {what !== undefined && change.aboutMinutes !== undefined && (
        <Text>{say(PLAN.minute, { n: change.aboutMinutes })}</Text>
      )}
      {change.membersNotKnown === true && <Text>{words.membersNotKnown}</Text>}
      {change.undoes !== undefined && <Text color="color.text.subtle">{PLAN.outside}</Text>}
      {what !== undefined && change.lapsesAt !== undefined && (
        <Text color="color.text.subtle">{say(PLAN.lapses, { when: instant(change.lapsesAt) })}</Text>
      )}
    </Stack>
  );
}

interface DiscardProps extends Props {
  /** There is nothing to carry out. */
  isAlone: boolean;
  takesFocus: boolean;
}

/** Drops the plan. It would lapse by itself, so a failure to cancel it keeps nobody here. */
function Discard({ held, isAlone, takesFocus, onClose }: DiscardProps) {
  function discard() {
    held.cancel();
    onClose();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
    <Button appearance={isAlone ? 'primary' : 'subtle'} autoFocus={takesFocus} onClick={discard}>
      {isAlone ? ENDED.finish : PLAN.discard}
    </Button>
  );
}

function Lapsed({ onClose }: { onClose: () => void }) {
  return (
    <SectionMessage appearance="warning" title={PLAN.lapsed}>
      <Stack space="space.100" alignInline="start">
        <Text>{PLAN.lapsedText}</Text>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button autoFocus onClick={onClose}>
          {ENDED.finish}
        </Button>
      </Stack>
    </SectionMessage>
  );
}

function isOutdated(failure: Failure | undefined): boolean {
  return (failure?.code === 'CONFLICT' || failure?.code === 'NOT_FOUND') && failure.what === 'run';
}
