import type { GroupRow, GroupView, SpaceSettingsView } from '../../../src/shared/groups/views';
import { CreateGroup } from './create-group';
import type { Created } from './create-with-members';
import { DeleteDialog } from './delete-dialog';
import { RenameDialog } from './rename-dialog';
import type { Opened } from './use-opened';

interface Props {
  view: SpaceSettingsView;
  loaded: GroupView;
  groups: readonly GroupRow[];
  opened: Opened;
  onCreated: (created: Created) => void;
  onDeleted: () => void;
}

/** Shows the dialog that the menu of a group has opened. */
export function OpenedDialog({ view, loaded, groups, opened, onCreated, onDeleted }: Props) {
  const { group, callerIsMember } = loaded;
  const { what, open, close } = opened;
  if (what === 'rename') return <RenameDialog {...{ view, group }} onReplace={() => open('replace')} onClose={close} />;
  if (what === 'replace') return <CreateGroup {...{ view, groups, onCreated }} replaces={group} onClose={close} />;
  return what === 'delete' ? <DeleteDialog {...{ group, callerIsMember, onDeleted }} onClose={close} /> : null;
}
