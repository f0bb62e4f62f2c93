import { Heading, HelperMessage, Stack, Text, User, UserPicker } from '@forge/react';

import type { PersonGroups } from '../../../src/shared/groups/member-views';
import type { SpaceSettingsView } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { PEOPLE_TAB } from '../../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { pickedId } from '../../fields/picked';
import { ChangeCard } from '../changes/change-card';
import { OpenChange } from '../changes/open-change';
import { UnlistedPerson } from '../groups/unlisted-person';
import { PersonGroupTable } from './person-group-table';
import { RemoveFromAll } from './remove-from-all';
import { useLookUp, type FoundPerson } from './use-look-up';
import { usePersonChange } from './use-person-change';

interface Props {
  view: SpaceSettingsView;
  /** The change that is open. */
  changeId: string | undefined;
  onOpen: (changeId: string | undefined) => void;
}

/** Shows the groups of this space that one person is in. It never lists everybody, nor all that somebody may do. */
export function PeopleTab({ view, changeId, onOpen }: Props) {
  const look = useLookUp();
  const { shown, takesFocus, returned, show, card } = usePersonChange({
    me: view.accountId,
    changeId,
    onOpen,
    onChanged: look.again,
  });
  if (shown?.what === 'change') {
    return <ChangeCard key={shown.change.changeId} change={shown.change} takesFocus {...card} />;
  }
  if (shown?.what === 'past')
    return <OpenChange key={shown.changeId} changeId={shown.changeId} takesFocus={takesFocus} {...card} />;
  const { found, action } = look;
  return (
    <Stack space="space.200" alignInline="stretch">
      <Text>{PEOPLE_TAB.intro}</Text>
      <UserPicker
        name="person-to-look-up"
        label={PEOPLE_TAB.person}
        placeholder={SPACE_PAGE.typeName}
        {...(look.requested !== undefined && { defaultValue: look.requested })}
        onChange={(user) => look.request(pickedId(user))}
      />
      <UnlistedPerson busy={action.busy} onNamed={look.request} />
      {action.busy && <Loading label={PEOPLE_TAB.looking} />}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={look.again} />}
      {found !== undefined && <Who accountId={found.accountId} account={found.view.account} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{found === undefined ? '' : countText(found.view, view)}</HelperMessage>
      {found !== undefined && (
        <Found view={view} found={found} returned={returned} onPlanned={show} onAgain={look.again} />
      )}
    </Stack>
  );
}

interface FoundProps {
  view: SpaceSettingsView;
  found: FoundPerson;
  /** The button that led here is gone. */
  returned: boolean;
  onPlanned: Parameters<typeof RemoveFromAll>[0]['onPlanned'];
  onAgain: () => void;
}

function Found({ view, found: { accountId, view: answer }, returned, onPlanned, onAgain }: FoundProps) {
  return (
    <Stack space="space.150" alignInline="stretch">
      {answer.groups.length > 0 && <Text>{say(PEOPLE_TAB.notAll, { space: view.space.name })}</Text>}
      {answer.incomplete === true && <Text>{PEOPLE_TAB.incomplete}</Text>}
      <PersonGroupTable groups={answer.groups} />
      <RemoveFromAll
        key={accountId}
        accountId={accountId}
        groups={answer.groups.length}
        mayRemove={view.manage.allowed}
        returned={returned}
        onPlanned={onPlanned}
        onAgain={onAgain}
      />
    </Stack>
  );
}

function Who({ accountId, account }: Pick<PersonGroups, 'account'> & { accountId: string }) {
  if (account === 'notShown') return <Text>{PEOPLE_TAB.hidden}</Text>;
  return (
    <Stack space="space.050">
      <Heading as="h2" size="small">
        <User accountId={accountId} />
      </Heading>
      {account === 'deactivated' && <Text>{PEOPLE_TAB.deactivated}</Text>}
    </Stack>
  );
}

function countText({ groups }: PersonGroups, { space }: SpaceSettingsView): string {
  return groups.length === 0
    ? say(PEOPLE_TAB.none, { space: space.name })
    : say(PEOPLE_TAB.groups, { n: groups.length });
}
