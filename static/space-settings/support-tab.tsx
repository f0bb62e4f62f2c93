import { Heading, Inline, Lozenge, Stack, Text } from '@forge/react';

import { STATES } from '../../src/shared/words/privileged-user';
import { callSpaceSettings } from '../api';
import { CopyReport } from '../feedback/copy-report';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { stateSign } from '../feedback/state-signs';
import { useCall } from '../hooks/use-call';

/** What a space admin can send to support. */
export function SpaceSupportTab() {
  const { value, failure, reload } = useCall(() => callSpaceSettings('readSpaceSupport', {}));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        Support
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label="Writing the report" />}
      {value !== undefined && (
        <>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Lozenge {...stateSign(value.state)} />
            <Text>{`Privileged user: ${STATES[value.state]}.`}</Text>
          </Inline>
          <CopyReport id="support-report" label="Report" report={value.report} />
        </>
      )}
    </Stack>
  );
}
