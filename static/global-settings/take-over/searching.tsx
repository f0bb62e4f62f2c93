import { Button, HelperMessage, Inline, Spinner, Stack } from '@forge/react';

import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { SEARCHING } from '../../../src/shared/words/take-over';
import { FailureMessage } from '../../feedback/failure-message';
import { useSearch, type Search } from './use-search';

interface Props {
  begun: Search;
  onEnd: (search: Search) => void;
}

/** Shows how many groups a search has found so far, and stops it on request. */
export function Searching({ begun, onEnd }: Props) {
  const { search, failure, goOn, stop } = useSearch(begun, onEnd);
  return (
    <Stack space="space.100" alignInline="start">
      {failure !== undefined && <FailureMessage failure={failure} onRetry={goOn} />}
      <Inline space="space.100" alignBlock="center">
        {failure === undefined && <Spinner label={SEARCHING.label} size="small" />}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button autoFocus onClick={stop}>
          {CONTROLS.stop}
        </Button>
      </Inline>
      <HelperMessage>{say(SEARCHING.progress, { n: search.groups.length, lookedAt: search.lookedAt })}</HelperMessage>
    </Stack>
  );
}
