import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { isChosen } from '../../feedback/state-signs';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { CheckList } from '../check-list';
import { leftoverText } from './choose-user';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
}

/** What the last look at the privileged user found, and a way to look again. */
export function Health({ view, onChange }: Props) {
  const instant = useInstant();
  const action = useAction();
  const isSet = isChosen(view.state);
  if (!isSet && view.checks.length === 0 && view.leftoverCheckGroups.length === 0) return null;
  function check() {
    action.run(() => callGlobalSettings('checkPrivilegedUser', {}), onChange);
  }
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        Checks
      </Heading>
      <CheckList checks={view.checks} />
      <Text>{view.checkedAt === undefined ? 'Not checked yet.' : `Last checked: ${instant(view.checkedAt)}.`}</Text>
      {view.leftoverCheckGroups.length > 0 && (
        <SectionMessage appearance="warning" title="Test groups are left over">
          <Text>{leftoverText(view.leftoverCheckGroups)}</Text>
        </SectionMessage>
      )}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={check} onReload={check} />}
      {isSet && (
        <Stack alignInline="start" space="space.100">
          <LoadingButton isLoading={action.busy} onClick={check}>
            Check now
          </LoadingButton>
          <Text color="color.text.subtle">
            Creates an empty test group as this account and deletes it again. Nothing is created when this page opens.
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
