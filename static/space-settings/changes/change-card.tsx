import { Button, Heading, HelperMessage, Inline, Stack, User } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { ENDED, PLAN, UNDER_WAY } from '../../../src/shared/words/changes';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { FailureMessage } from '../../feedback/failure-message';
import { ChangeLines } from './change-lines';
import { endText, planText, titleOf } from './change-text';
import { Ended, UndoButton } from './ended';
import { Plan } from './plan';
import { isUnderWay, progressOf } from './progress';
import { UnderWay, UnderWayButtons } from './under-way';
import { useChange, type HeldChange } from './use-change';

interface Props {
  change: ChangeView;
  /** The user of the page. */
  me: string;
  /** The button that led here is gone. */
  takesFocus: boolean;
  /** Runs after each step of it. */
  onMoved: (change: ChangeView) => void;
  /** An undo of it was planned. */
  onUndo: (undo: ChangeView) => void;
  onClose: () => void;
}

/** Shows one change of many people: what would happen, how far it has come, or what happened. */
export function ChangeCard({ change: first, me, onMoved, ...props }: Props) {
  const held = useChange({ first, me, onMoved });
  const { change } = held;
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h3" size="small">
        {titleOf(change)}
      </Heading>
      {change.person !== undefined && <User accountId={change.person} />}
      {change.state === 'planned' ? <Plan held={held} onClose={props.onClose} /> : <Applied held={held} {...props} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(change)}</HelperMessage>
      <ChangeLines key={change.state} change={change} />
    </Stack>
  );
}

type AppliedProps = Pick<Props, 'takesFocus' | 'onUndo' | 'onClose'> & { held: HeldChange };

function Applied({ held, takesFocus, onUndo, onClose }: AppliedProps) {
  const { change, action, acted } = held;
  const goesOn = isUnderWay(change);
  return (
    <Stack space="space.150">
      {goesOn ? <UnderWay held={held} /> : <Ended change={change} />}
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
      <Inline space="space.100">
        {/* It stays when the change ends by itself, and with it the focus; only a press that took its button away moves the focus here. */}
        <Button
          key={acted}
          appearance={goesOn ? 'default' : 'primary'}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={takesFocus || acted > 0}
          onClick={onClose}
        >
          {goesOn ? CONTROLS.close : ENDED.finish}
        </Button>
        {goesOn ? <UnderWayButtons held={held} /> : <UndoButton held={held} onUndo={onUndo} />}
      </Inline>
    </Stack>
  );
}

function statusText(change: ChangeView): string {
  if (change.state === 'planned') return planText(change) === undefined ? '' : PLAN.ready;
  if (!isUnderWay(change)) return endText(change);
  return say(change.state === 'waiting' ? UNDER_WAY.soFar : UNDER_WAY.running, progressOf(change));
}
