import { Button, Inline, Stack } from '@forge/react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { UndoChange } from '../undo/undo-change';
import { UndoneMessage } from '../undo/undone-message';
import type { Undone } from '../undo/use-undo';
import { PersonOutcomes } from './person-outcomes';

/** The result of the last change on this page. */
export interface Outcome extends Undone {
  mayUndo: boolean;
  isUndo?: true;
}

interface Props {
  groupName: string;
  /** The user of the page. */
  me: string;
  outcome: Outcome;
  onUndone: (undone: Undone) => void;
  onClose: () => void;
}

/** Shows each person's result of the last change, and undoes it. A removal took its button away, so the focus goes here. */
export function LastChange({ groupName, me, outcome, onUndone, onClose }: Props) {
  const { result, done, mayUndo, isUndo } = outcome;
  if (isUndo === true) return <UndoneMessage undone={outcome} onClose={onClose} />;
  return (
    <Stack space="space.100" alignInline="stretch">
      <PersonOutcomes result={result} done={done} />
      <Inline space="space.100" alignBlock="start">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus={done === 'removed'} onClick={onClose}>
          {CONTROLS.close}
        </Button>
        {mayUndo && <UndoChange groupName={groupName} me={me} result={result} did={done} onUndone={onUndone} />}
      </Inline>
    </Stack>
  );
}
