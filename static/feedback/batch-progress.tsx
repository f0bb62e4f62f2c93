import { Button, Inline, ProgressBar, Stack, Text } from '@forge/react';

import { CONTROLS } from '../../src/shared/words/controls';

interface Props {
  /** Name of the activity, such as "Checking". */
  label: string;
  done: number;
  total: number;
  stopping: boolean;
  /** The pressed button is gone: the focus moves to the one that stops. */
  takesFocus: boolean;
  /** Absent: all of it is under way, so that there is nothing to stop. */
  onStop: (() => void) | undefined;
}

/** Shows the progress of a list that is sent in batches, and stops it. */
export function BatchProgress({ label, done, total, stopping, takesFocus, onStop }: Props) {
  return (
    <Stack space="space.100">
      <ProgressBar ariaLabel={label} value={total === 0 ? 0 : done / total} />
      {onStop !== undefined && (
        <Inline space="space.150" alignBlock="center">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus={takesFocus} onClick={onStop}>
            {CONTROLS.stop}
          </Button>
          {stopping && <Text color="color.text.subtle">{CONTROLS.stopping}</Text>}
        </Inline>
      )}
    </Stack>
  );
}
