import { Button, Stack } from '@forge/react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { PersonOutcomes } from '../groups/person-outcomes';
import type { Undone } from './use-undo';

/** Shows the result of an undo, by name. */
export function UndoneMessage({ undone, onClose }: { undone: Undone; onClose: () => void }) {
  return (
    <Stack space="space.100" alignInline="stretch">
      <PersonOutcomes result={undone.result} done={undone.done} />
      <Stack alignInline="start">
        {/* The button that led here is gone; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus onClick={onClose}>
          {CONTROLS.close}
        </Button>
      </Stack>
    </Stack>
  );
}
