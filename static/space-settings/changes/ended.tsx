import { Button, HelperMessage, Label, LoadingButton, SectionMessage, Stack, Text, TextArea } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { ENDED } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { stopText } from '../../feedback/why-text';
import { doneText, endText } from './change-text';
import type { HeldChange } from './use-change';

/** Shows what happened, and offers a message about it if there is something to tell. */
export function Ended({ change }: { change: ChangeView }) {
  const why = change.state === 'stopped' ? stopText(change.why) : undefined;
  return (
    <Stack space="space.150">
      <SectionMessage appearance={isAsWished(change) ? 'success' : 'warning'} title={endText(change)}>
        <Stack space="space.050">
          {why !== undefined && <Text>{say(ENDED.why, { why })}</Text>}
          <Text>{ENDED.notified}</Text>
          {change.undoneBy !== undefined && <Text>{ENDED.undone}</Text>}
        </Stack>
      </SectionMessage>
      {change.person === undefined && !isNothing(change) && <Message change={change} />}
    </Stack>
  );
}

interface UndoProps {
  held: HeldChange;
  onUndo: (undo: ChangeView) => void;
}

/** Plans how to take a change back. */
export function UndoButton({ held: { change, action, undo }, onUndo }: UndoProps) {
  return change.mayUndo ? (
    <LoadingButton isLoading={action.busy} onClick={() => undo(onUndo)}>
      {ENDED.undo}
    </LoadingButton>
  ) : null;
}

function isAsWished({ state, done, planned }: ChangeView): boolean {
  const open = done.refused + done.failed + done.unknown + done.notTried + done.left + planned.notAllowed;
  return state === 'done' && open === 0;
}

/** Tells whether there is nothing to tell anybody: nobody was added or removed, as far as is known. */
function isNothing({ done: { added, removed, unknown } }: ChangeView): boolean {
  return added + removed + unknown === 0;
}

function Message({ change }: { change: ChangeView }) {
  const [isOpen, setOpen] = useState(false);
  const text = say(ENDED.messageText, {
    group: change.groups.map(({ groupName }) => groupName).join(', '),
    counts: doneText(change),
  });
  return isOpen ? (
    <Stack>
      <Label labelFor="change-message">{ENDED.message}</Label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
      <TextArea id="change-message" name="change-message" isReadOnly autoFocus minimumRows={2} value={text} />
      <HelperMessage>{ENDED.copyMessage}</HelperMessage>
    </Stack>
  ) : (
    <Stack alignInline="start">
      <Button onClick={() => setOpen(true)}>{ENDED.showMessage}</Button>
    </Stack>
  );
}
