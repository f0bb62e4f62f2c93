import { Heading, Stack, Text } from '@forge/react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { isChosen } from '../../feedback/state-signs';
import { useAction } from '../../hooks/use-action';
import { ChooseUser } from './choose-user';
import { CurrentUser } from './current-user';
import { Health } from './health';
import { Nomination } from './nomination';
import { nomineeOf } from './nominee';
import { OldToken } from './old-token';
import { Pause } from './pause';
import { Purpose } from './purpose';
import { StoredCredentials } from './stored-credentials';

interface Props {
  /** The user of the page. */
  me: string;
  view: PrivilegedUserView;
  onView: (view: PrivilegedUserView) => void;
}

/** Shows who the privileged user is, whether all is well, and every way to change it. */
export function PrivilegedUserTab({ me, view, onView }: Props) {
  const reading = useAction();
  function saved(outcome: SaveOutcome) {
    if (outcome.outcome !== 'refused') onView(outcome.privilegedUser);
  }
  function reload() {
    reading.run(
      () => callGlobalSettings('openGlobalSettings', {}),
      ({ privilegedUser }) => {
        if (privilegedUser !== undefined) onView(privilegedUser);
      },
    );
  }
  const nominee = nomineeOf(view);
  const isNominee = nominee?.accountId === me;
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          {PRIVILEGED_USER.heading}
        </Heading>
        <Text>{PRIVILEGED_USER.intro}</Text>
      </Stack>
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} onRetry={reload} />}
      {!(isNominee && view.state.name === 'waiting') && <CurrentUser view={view} onChange={onView} onReload={reload} />}
      {isNominee && <Nomination view={view} nominee={nominee} onSaved={saved} onDeclined={onView} onReload={reload} />}
      <OldToken view={view} onChange={onView} onReload={reload} />
      <Health view={view} onChange={onView} />
      <ChooseUser view={view} isMain={!isNominee} onSaved={saved} onReload={reload} />
      <Pause view={view} onChange={onView} />
      {!isNominee && <Purpose />}
      {view.legacyRecord && <StoredCredentials isChosen={isChosen(view.state)} onChange={onView} />}
    </Stack>
  );
}
