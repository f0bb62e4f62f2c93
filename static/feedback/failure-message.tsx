import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useContext } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';
import type { Failure } from '../api';
import { failureText } from './failure-text';
import { Product } from './product';

interface Props {
  failure: Failure;
  /** Makes the same call again. */
  onRetry?: () => void;
  /** Reads the page again, if that helps. */
  onReload?: () => void;
}

/** Says what failed and why, what was changed, and what to do. */
export function FailureMessage({ failure, onRetry, onReload }: Props) {
  const { title, text, appearance, reload } = failureText(failure, useContext(Product));
  const showReload = reload && onReload !== undefined;
  return (
    <SectionMessage appearance={appearance} title={title}>
      <Stack space="space.100" alignInline="start">
        <Text>{text}</Text>
        <Inline space="space.100">
          {showReload && <Button onClick={onReload}>{CONTROLS.reload}</Button>}
          {!showReload && mayHelp(failure) && onRetry !== undefined && (
            <Button onClick={onRetry}>{CONTROLS.tryAgain}</Button>
          )}
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

/** Tells whether trying again can help: a rule refuses each time, except for the one that passes after a minute. */
function mayHelp(failure: Failure): boolean {
  return failure.code !== 'FORBIDDEN' || failure.reason === 'TOO_MANY_REFUSALS';
}
