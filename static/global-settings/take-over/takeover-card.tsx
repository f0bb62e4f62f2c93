import { Button, Heading, HelperMessage, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { TAKING } from '../../../src/shared/words/take-over';
import { FailureMessage } from '../../feedback/failure-message';
import { stopText } from '../../feedback/why-text';
import { ConfirmSiteAdmin } from '../groups/confirm-site-admin';
import type { SiteAdmin } from '../groups/use-proved-action';
import { StopPlan } from './stop-plan';
import { TakeoverLines } from './takeover-lines';
import { endText, isUnderWay, progressOf, titleOf } from './takeover-text';
import { UnderWay, UnderWayButtons } from './under-way';
import { useTakeover, type HeldTakeover } from './use-takeover';

interface Props {
  takeover: TakeoverView;
  me: string;
  siteAdmin: SiteAdmin;
  /** The button that led here is gone. */
  takesFocus: boolean;
  /** Runs after each step of it. */
  onMoved: (takeover: TakeoverView) => void;
  /** An undo of it was planned. */
  onUndo: (undo: TakeoverView) => void;
  /** The groups that it left as they were are to be decided about. */
  onRest: (changeId: string) => void;
  onClose: () => void;
}

/** Shows how far groups are taken over, or what happened to them; and the plan to stop managing them. */
export function TakeoverCard({ takeover: first, me, siteAdmin, takesFocus, onMoved, ...ways }: Props) {
  const held = useTakeover({ first, me, siteAdmin, onMoved });
  const { takeover, proved } = held;
  const isPlan = takeover.state === 'planned';
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h3" size="small">
        {titleOf(takeover)}
      </Heading>
      {isPlan ? (
        <StopPlan held={held} onClose={ways.onClose} />
      ) : (
        <Applied held={held} takesFocus={takesFocus} {...ways} />
      )}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(takeover)}</HelperMessage>
      <TakeoverLines key={takeover.state} takeover={takeover} />
      {proved.confirming && <ConfirmSiteAdmin onConfirmed={proved.confirmed} onCancel={proved.cancel} />}
    </Stack>
  );
}

type AppliedProps = Pick<Props, 'takesFocus' | 'onUndo' | 'onRest' | 'onClose'> & { held: HeldTakeover };

function Applied({ held, takesFocus, onUndo, onRest, onClose }: AppliedProps) {
  const { takeover, action, acted, proved } = held;
  const goesOn = isUnderWay(takeover);
  const failure = proved.confirming ? undefined : (action.failure ?? proved.action.failure);
  return (
    <Stack space="space.150">
      {goesOn ? <UnderWay held={held} /> : <Ended takeover={takeover} />}
      {failure !== undefined && <FailureMessage failure={failure} />}
      <Inline space="space.100" shouldWrap rowSpace="space.100">
        {/* It stays when everything ends by itself, and with it the focus; only a press that took its button away moves the focus here. */}
        <Button
          key={acted}
          appearance={goesOn ? 'default' : 'primary'}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={takesFocus || acted > 0}
          onClick={onClose}
        >
          {goesOn ? CONTROLS.close : TAKING.finish}
        </Button>
        {goesOn && <UnderWayButtons held={held} />}
        {!goesOn && leftSome(takeover) && <Button onClick={() => onRest(takeover.changeId)}>{TAKING.rest}</Button>}
        {takeover.mayUndo && (
          <LoadingButton isLoading={action.busy} onClick={() => held.undo(onUndo)}>
            {TAKING.undo}
          </LoadingButton>
        )}
      </Inline>
    </Stack>
  );
}

function Ended({ takeover }: { takeover: TakeoverView }) {
  const { source, state, done, planned, undoneBy } = takeover;
  const why = state === 'stopped' ? stopText(takeover.why) : undefined;
  // What couldn't be taken over was known before somebody said to take over the others.
  const notAllowed = done.refused + (source === 'undo' ? planned.notAllowed : 0);
  const isAsWished = state === 'done' && notAllowed + done.failed + done.notTried === 0;
  return (
    <SectionMessage appearance={isAsWished ? 'success' : 'warning'} title={endText(takeover)}>
      <Stack space="space.050">
        {why !== undefined && <Text>{say(TAKING.why, { why })}</Text>}
        {undoneBy !== undefined && <Text>{TAKING.undone}</Text>}
      </Stack>
    </SectionMessage>
  );
}

/** Tells whether a plan had groups that it didn't take over. */
function leftSome({ source, planned: { choose = 0, notAllowed } }: TakeoverView): boolean {
  return source === 'list' && choose + notAllowed > 0;
}

function statusText(takeover: TakeoverView): string {
  if (takeover.state === 'planned') return '';
  if (!isUnderWay(takeover)) return endText(takeover);
  return say(takeover.state === 'waiting' ? TAKING.soFar : TAKING.running, progressOf(takeover));
}
