import { Heading, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { isChosen } from '../../feedback/state-signs';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { CheckList } from '../check-list';
import { leftoverText } from './refused';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
}

/** Shows what the last check of the privileged user found, and a way to check again unless all changes are paused. */
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
        {PRIVILEGED_USER.checks}
      </Heading>
      <CheckList checks={view.checks} />
      {view.checkedAt !== undefined && (
        <Text>{say(PRIVILEGED_USER.lastChecked, { when: instant(view.checkedAt) })}</Text>
      )}
      {view.leftoverCheckGroups.length > 0 && (
        <SectionMessage appearance="warning" title={PRIVILEGED_USER.leftovers}>
          <Text>{leftoverText(view.leftoverCheckGroups)}</Text>
        </SectionMessage>
      )}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={check} onReload={check} />}
      {isSet && view.pause === undefined && (
        <Stack alignInline="start" space="space.100">
          <LoadingButton isLoading={action.busy} onClick={check}>
            {PRIVILEGED_USER.checkNow}
          </LoadingButton>
          <Text color="color.text.subtle">{PRIVILEGED_USER.checkNowHelp}</Text>
        </Stack>
      )}
    </Stack>
  );
}
