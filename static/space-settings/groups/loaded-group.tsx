import { Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, GroupView, SpaceSettingsView } from '../../../src/shared/groups/views';
import { MAX_PEOPLE } from '../../../src/shared/limits';
import { ExportMembers } from '../export/export-members';
import { ChangePeople } from '../lists/change-people';
import { useShown } from '../lists/use-shown';
import type { WrittenList } from '../lists/use-written';
import type { Created } from './create-with-members';
import { GroupHeader } from './group-header';
import { LastChange } from './last-change';
import { Members } from './members';
import { OpenedDialog } from './opened-dialog';
import { Replacing } from './replacing';
import { useChanges } from './use-changes';
import type { MayChange } from './use-may-change';
import { useOpened } from './use-opened';

interface Props {
  view: SpaceSettingsView;
  loaded: GroupView;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  plan: ChangeView | undefined;
  /** Tells whether the group may be changed, once somebody has begun to choose people. */
  asked: MayChange;
  /** The change that is open. */
  changeId: string | undefined;
  onChange: (changeId: string | undefined) => void;
  onCreated: (created: Created) => void;
  onDeleted: () => void;
  /** A list that was brought here is wanted for all groups that it names. */
  onSeveral: (written: WrittenList) => void;
  /** Reads the group again. */
  onReload: () => void;
}

/** Shows a group that was read. Where nobody may change it, the controls aren't there. */
export function LoadedGroup(props: Props) {
  const { view, groups, loaded, plan, asked, changeId, onChange, onSeveral, onReload } = props;
  const opened = useOpened(asked.ask);
  const { outcome, changes, close, added, removed, undone, count } = useChanges(opened.focusMenu);
  const { group, members, blocked = asked.blocked } = loaded;
  const mayChange = view.manage.allowed && blocked === undefined;
  const people = useShown({ view, group, plan, changeId, onOpen: onChange, onBegin: asked.ask, onChanged: count });
  const most = Math.min(MAX_PEOPLE, view.longestList);
  const total = changes === 0 ? members.total : undefined;
  const { groupId, groupName } = group;
  const me = view.accountId;
  return (
    <Stack space="space.300">
      <GroupHeader {...{ loaded, blocked, mayChange, opened }} isEmpty={total === 0} onBring={people.list} />
      {outcome !== undefined && (
        <LastChange key={`outcome-${changes}`} {...{ groupName, me, outcome }} onUndone={undone} onClose={close} />
      )}
      <Replacing
        {...{ groupId, changes, mayChange, people }}
        replacements={loaded.replacements ?? []}
        onKept={opened.focusMenu}
      />
      <ChangePeople {...{ view, mayChange, people, group, groups, most, onSeveral, onReload }} onAdded={added} />
      {opened.what === 'export' && (
        <ExportMembers key={`export-${changes}`} group={group} total={total} onReload={onReload} />
      )}
      <Members
        {...{ groupId, groupName, changes, me, most, onReload }}
        mayRemove={mayChange}
        first={members}
        mayHideMembers={group.origin === 'adopted'}
        onBegin={asked.ask}
        onRemoved={removed}
      />
      {(mayChange || opened.what !== 'delete') && <OpenedDialog {...props} opened={opened} />}
    </Stack>
  );
}
