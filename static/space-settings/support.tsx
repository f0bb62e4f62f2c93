import { Button, Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { say } from '../../src/shared/words/format';
import { STATES } from '../../src/shared/words/privileged-user';
import { SPACE_PAGE } from '../../src/shared/words/space-settings';
import { callSpaceSettings } from '../api';
import { CopyReport } from '../feedback/copy-report';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { stateSign } from '../feedback/state-signs';
import { useCall } from '../hooks/use-call';

/** Stands at the foot of the page, and opens what a space admin can send to support. */
export function SpaceSupport() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack space="space.200" alignInline="stretch">
      <Stack alignInline="start">
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(!isOpen)}>
          {isOpen ? SPACE_PAGE.hideSupport : SPACE_PAGE.supportReport}
        </Button>
      </Stack>
      {isOpen && <Report />}
    </Stack>
  );
}

function Report() {
  const { value, failure, reload } = useCall(() => callSpaceSettings('readSpaceSupport', {}));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {SPACE_PAGE.support}
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label={SPACE_PAGE.writingReport} />}
      {value !== undefined && (
        <>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Lozenge {...stateSign(value.state)} />
            <Text>{say(SPACE_PAGE.privilegedUserState, { state: STATES[value.state] })}</Text>
          </Inline>
          <CopyReport id="support-report" label={SPACE_PAGE.report} report={value.report} />
        </>
      )}
    </Stack>
  );
}
