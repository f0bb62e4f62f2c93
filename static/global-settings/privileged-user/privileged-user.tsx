import { Heading, Stack, Text } from '@forge/react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { FailureMessage } from '../../feedback/failure-message';
import { isChosen } from '../../feedback/state-signs';
import { ChooseUser } from './choose-user';
import { CurrentUser } from './current-user';
import { Health } from './health';
import { OldToken } from './old-token';
import { Purpose } from './purpose';
import { StoredCredentials } from './stored-credentials';
import { useReload } from './use-reload';

interface Props {
  view: PrivilegedUserView;
  onView: (view: PrivilegedUserView) => void;
}

/** Shows who the privileged user is, whether all is well, and every way to change it. */
export function PrivilegedUser({ view, onView }: Props) {
  const { failure, reload } = useReload(onView);
  function saved(outcome: SaveOutcome) {
    if (outcome.outcome !== 'refused') onView(outcome.privilegedUser);
  }
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          {PRIVILEGED_USER.heading}
        </Heading>
        <Text>{PRIVILEGED_USER.intro}</Text>
      </Stack>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} />}
      <CurrentUser view={view} onChange={onView} onReload={reload} />
      <OldToken view={view} onChange={onView} onReload={reload} />
      <Health view={view} onChange={onView} />
      <ChooseUser view={view} onSaved={saved} onReload={reload} />
      <Purpose />
      {view.legacyRecord && <StoredCredentials isChosen={isChosen(view.state)} onChange={onView} />}
    </Stack>
  );
}
