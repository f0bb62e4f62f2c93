import { Button, Heading, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, GroupView, PeopleResult, SpaceSettingsView } from '../../../src/shared/groups/views';
import { MAX_PEOPLE } from '../../../src/shared/limits';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import { useInstant } from '../../hooks/use-instant';
import { GroupRole } from '../access/group-role';
import { ExportMembers } from '../export/export-members';
import { ChangePeople } from '../lists/change-people';
import { flagPeople } from '../undo/flag-people';
import type { Undone } from '../undo/use-undo';
import { DeleteGroup } from './delete-group';
import { ForgetGroup } from './forget-group';
import { IsMember } from './is-member';
import { LastChange, type Outcome } from './last-change';
import { Members } from './members';

interface Props {
  view: SpaceSettingsView;
  row: GroupRow;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  onBack: () => void;
  onRenamed: (group: GroupRow) => void;
  onDeleted: () => void;
}

/** Shows one group: its members, and what can be done with it. */
export function GroupDetail(props: Props) {
  const { row, onBack, onRenamed } = props;
  async function open() {
    const answer = await callSpaceSettings('openGroup', { groupId: row.groupId });
    if (answer.ok && answer.value.group.groupName !== row.groupName) onRenamed(answer.value.group);
    return answer;
  }
  const { value, failure, reload } = useCall(open);
  const isGone = failure?.code === 'NOT_FOUND' && failure.what === 'group' && failure.notChecked !== true;
  return (
    <Stack space="space.200">
      <Stack alignInline="start">
        {/* The button that led here is gone; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus onClick={onBack}>
          {SPACE_PAGE.back}
        </Button>
      </Stack>
      <Heading as="h2" size="medium">
        {value?.group.groupName ?? row.groupName}
      </Heading>
      {value !== undefined && !isGone && <Loaded {...props} loaded={value} onReload={reload} />}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {isGone && props.view.manage.allowed && <ForgetGroup row={row} onForgotten={props.onDeleted} />}
      {value === undefined && failure === undefined && <Loading label={SPACE_PAGE.readingGroup} />}
    </Stack>
  );
}

interface LoadedProps extends Props {
  loaded: GroupView;
  onReload: () => void;
}

function Loaded({ view, groups, loaded, onDeleted, onReload }: LoadedProps) {
  const { outcome, changes, close, added, removed, undone, count } = useChanges();
  const { group, members } = loaded;
  const mayChange = view.manage.allowed;
  const most = Math.min(MAX_PEOPLE, view.longestList);
  const list = listOf(group, view, changes);
  const total = changes === 0 ? members.total : undefined;
  return (
    <Stack space="space.300">
      <Facts group={group} roles={loaded.roles} />
      {outcome !== undefined && (
        <LastChange
          groupName={group.groupName}
          me={view.accountId}
          outcome={outcome}
          onUndone={undone}
          onClose={close}
        />
      )}
      <ChangePeople {...{ view, group, groups, most, onReload }} onAdded={added} onChanged={count} />
      <Members
        {...list}
        first={members}
        most={most}
        mayHideMembers={group.origin === 'adopted'}
        onReload={onReload}
        onRemoved={removed}
      />
      <IsMember {...list} onRemoved={removed} />
      <ExportMembers key={changes} group={group} total={total} onReload={onReload} />
      {mayChange && <DeleteGroup group={group} callerIsMember={loaded.callerIsMember} onDeleted={onDeleted} />}
    </Stack>
  );
}

/** Counts the changes of the group's members, and holds the outcome of the last one. */
function useChanges() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [changes, setChanges] = useState(0);
  function count() {
    setChanges((before) => before + 1);
  }
  function changed(next: Outcome) {
    setOutcome(next);
    count();
  }
  function added(result: PeopleResult) {
    changed({ result, done: 'added', mayUndo: true });
  }
  function removed(result: PeopleResult, mayUndo = true) {
    changed({ result, done: 'removed', mayUndo });
    flagPeople(result, 'removed', mayUndo ? SPACE_PAGE.detailsAndUndo : SPACE_PAGE.details);
  }
  function undone(outcomeOfUndo: Undone) {
    changed({ ...outcomeOfUndo, mayUndo: false, isUndo: true });
  }
  return { outcome, changes, close: () => setOutcome(undefined), added, removed, undone, count };
}

function listOf({ groupId, groupName }: GroupRow, { accountId, manage }: SpaceSettingsView, changes: number) {
  return { groupId, groupName, changes, me: accountId, mayRemove: manage.allowed };
}

function Facts({ group, roles }: { group: GroupRow; roles: readonly string[] | undefined }) {
  const instant = useInstant();
  return (
    <Stack space="space.100">
      <Inline space="space.050" shouldWrap>
        <Lozenge appearance={group.origin === 'created' ? 'default' : 'new'}>
          {group.origin === 'created' ? SPACE_PAGE.createdHere : SPACE_PAGE.takenOver}
        </Lozenge>
        {group.grantsProductAccess && <Lozenge appearance="moved">{SPACE_PAGE.givesAccess}</Lozenge>}
      </Inline>
      <GroupRole roles={roles} />
      {group.refused !== undefined && (
        <SectionMessage appearance="warning" title={SPACE_PAGE.refused}>
          <Text>{say(SPACE_PAGE.refusedText, { when: instant(group.refused.at) })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
}
