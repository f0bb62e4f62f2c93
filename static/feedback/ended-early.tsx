import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';

import type { Ended } from '../hooks/batches';
import { FailureMessage } from './failure-message';

interface Props {
  ended: Ended<unknown> | undefined;
  /** Says how much is left, where no call failed. */
  title: string;
  text: string;
  goOnLabel: string;
  backLabel: string;
  onGoOn: () => void;
  onBack: () => void;
}

/** Says why not everything in a list was looked up, and goes on or back. */
export function EndedEarly({ ended, title, text, goOnLabel, backLabel, onGoOn, onBack }: Props) {
  return (
    <Stack space="space.100">
      {ended?.why === 'failed' ? (
        <FailureMessage failure={ended.failure} />
      ) : (
        <SectionMessage appearance="warning" title={title}>
          <Text>{text}</Text>
        </SectionMessage>
      )}
      <Inline space="space.100">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button appearance="primary" autoFocus onClick={onGoOn}>
          {goOnLabel}
        </Button>
        <Button onClick={onBack}>{backLabel}</Button>
      </Inline>
    </Stack>
  );
}
