import { Button, Heading, Stack } from '@forge/react';

import type { PrivilegedUserView, SaveOutcome } from '../../../src/shared/broker/views';
import { OVERVIEW } from '../../../src/shared/words/overview';
import { PRIVILEGED_USER } from '../../../src/shared/words/privileged-user-tab';
import { FailureMessage } from '../../feedback/failure-message';
import { Person } from '../../feedback/person';
import { isChosen } from '../../feedback/state-signs';
import { Nomination } from '../privileged-user/nomination';
import { nomineeOf } from '../privileged-user/nominee';
import { StateBanner } from '../privileged-user/state-banner';
import { useReload } from '../privileged-user/use-reload';
import { FirstRun } from './first-run';
import { MadeAs } from './made-as';
import { Waiting } from './waiting';

interface Props {
  /** The user of the page. */
  me: string;
  view: PrivilegedUserView;
  /** They came back from the tab that this one sent them to: the focus goes on here. */
  isBack: boolean;
  onView: (view: PrivilegedUserView) => void;
  onOpen: (tab: 'setup' | 'rules' | 'groups') => void;
}

/** Shows in a glance whether all is well, and what waits for somebody. */
export function OverviewTab({ me, view, isBack, onView, onOpen }: Props) {
  const { failure, reload } = useReload(onView);
  const nominee = nomineeOf(view);
  const isNominee = nominee?.accountId === me;
  function saved(outcome: SaveOutcome) {
    if (outcome.outcome !== 'refused') onView(outcome.privilegedUser);
  }
  return (
    <Stack space="space.300">
      <Heading as="h2" size="medium">
        {OVERVIEW.heading}
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} />}
      {isNominee && <Nomination view={view} nominee={nominee} onSaved={saved} onDeclined={onView} onReload={reload} />}
      {!(isNominee && view.state.name === 'waiting') && (
        <StateBanner state={view.state}>
          {view.state.name === 'waiting' && (
            <Person label={PRIVILEGED_USER.whoAccepts} accountId={view.state.accountId} />
          )}
        </StateBanner>
      )}
      {isChosen(view.state) && <MadeAs state={view.state} />}
      <Waiting view={view} me={me} onOpenGroups={() => onOpen('groups')} />
      {!isNominee && <FirstRun isBack={isBack} onOpen={onOpen} />}
      <Stack alignInline="start">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone */}
        <Button autoFocus={isBack} onClick={() => onOpen('setup')}>
          {OVERVIEW.openSetup}
        </Button>
      </Stack>
    </Stack>
  );
}
