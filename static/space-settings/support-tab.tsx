import { Heading, Inline, Lozenge, Stack, Text } from '@forge/react';

import { callSpace } from '../api';
import { CopyReport } from '../components/copy-report';
import { FailureMessage } from '../components/error-message';
import { Loading } from '../components/loading';
import { stateSign, stateText } from '../components/state-text';
import { useCall } from '../use-call';

/** What a space admin can send to support. */
export const SpaceSupportTab = () => {
  const { value, failure, reload } = useCall(() => callSpace('readSpaceSupport', {}));
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
            <Text>{`Privileged user: ${stateText(value.state)}.`}</Text>
          </Inline>
          <CopyReport id="support-report" label="Report" report={value.report} />
        </>
      )}
    </Stack>
  );
};
