import type { SpaceSettingsView } from '../../../src/shared/groups/views';
import type { SpaceAddress } from '../places';
import { BringSeveral } from '../several/bring-several';
import { GroupDetail } from './group-detail';
import { GroupList } from './group-list';
import type { GroupList as List } from './use-group-list';
import { useShownGroup } from './use-shown-group';

interface Props {
  view: SpaceSettingsView;
  list: List;
  address: SpaceAddress;
}

/** Shows the list of groups, one of them, or a list on its way to several. */
export function GroupsTab({ view, list, address }: Props) {
  const it = useShownGroup(list, address);
  const { group, returned } = it;
  if (it.bringing && view.manage.allowed) {
    return <BringSeveral view={view} initial={it.written} onOpen={it.openChanged} onClose={it.stopBringing} />;
  }
  if (group !== undefined) {
    return (
      <GroupDetail
        key={group.groupId}
        {...group}
        view={view}
        groups={list.known}
        siteRoles={list.siteRoles}
        onChange={it.openChange}
        onCreated={it.add}
        onBack={it.close}
        onRenamed={list.put}
        onDeleted={it.remove}
        onSeveral={it.bring}
      />
    );
  }
  return <GroupList {...{ view, list, returned }} onOpen={it.show} onCreated={it.add} onBring={() => it.bring()} />;
}
