import { LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { JiraRight } from '../../src/shared/customers/views';
import { RIGHT_CHECK } from '../../src/shared/words/customer-settings';
import { say } from '../../src/shared/words/format';
import { callCustomerSettings } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { PausedBanner } from '../feedback/paused-banner';
import { Person } from '../feedback/person';
import { useAction } from '../hooks/use-action';
import { useInstant } from '../hooks/use-instant';
import { rightWords } from './right-text';

/** Says whether the privileged user can create customers, what to do if not, and checks again, unless all changes are paused. A quiet line if all is well. */
export function RightBanner({ opened }: { opened: JiraRight }) {
  const [right, setRight] = useState(opened);
  const { busy, failure, run } = useAction();
  function check() {
    run(() => callCustomerSettings('checkJiraRight', {}), setRight);
  }
  if (right.name === 'paused') return <PausedBanner pause={right.pause} />;
  const words = rightWords(right);
  return (
    <Stack space="space.100">
      {words === undefined ? (
        <CheckedAt right={right} />
      ) : (
        <SectionMessage appearance={words.appearance} title={words.title}>
          <Stack space="space.100" alignInline="start">
            <Text>{words.text}</Text>
            <Text>{words.help}</Text>
            {'accountId' in right && <Person label={RIGHT_CHECK.person} accountId={right.accountId} />}
            <CheckedAt right={right} />
            <LoadingButton isLoading={busy} onClick={check}>
              {right.name === 'notChecked' ? RIGHT_CHECK.checkNow : RIGHT_CHECK.checkAgain}
            </LoadingButton>
          </Stack>
        </SectionMessage>
      )}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={check} onReload={check} />}
    </Stack>
  );
}

function CheckedAt({ right }: { right: JiraRight }) {
  const instant = useInstant();
  if (!('checkedAt' in right)) return null;
  const at = instant(right.checkedAt);
  return (
    <Text color="color.text.subtle">
      {say(right.name === 'works' ? RIGHT_CHECK.works : RIGHT_CHECK.lastChecked, { at })}
    </Text>
  );
}
