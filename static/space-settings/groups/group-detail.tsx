import { Button, Heading, Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import type { GroupId } from '../../../src/shared/ids';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import type { SiteRoles } from '../access/use-site-roles';
import type { WrittenList } from '../lists/use-written';
import type { Created } from './create-with-members';
import { ForgetGroup } from './forget-group';
import { LoadedGroup } from './loaded-group';
import { useMayChange } from './use-may-change';

interface Props {
  view: SpaceSettingsView;
  groupId: GroupId;
  /** Absent: the list doesn't hold it, as far as it's loaded. */
  row: GroupRow | undefined;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  /** Remembers whether the site has roles. */
  siteRoles: SiteRoles;
  /** A change to show first, such as a plan that was made when the group was created. */
  plan: ChangeView | undefined;
  /** The change that is open. */
  changeId: string | undefined;
  onChange: (changeId: string | undefined) => void;
  /** Another group was created in place of this one. */
  onCreated: (created: Created) => void;
  onBack: () => void;
  onRenamed: (group: GroupRow) => void;
  onDeleted: () => void;
  /** A list that was brought here is wanted for all groups that it names. */
  onSeveral: (written: WrittenList) => void;
}

/** Shows one group: its members, and what can be done with it. */
export function GroupDetail(props: Props) {
  const { groupId, row, siteRoles, onBack, onRenamed } = props;
  async function open() {
    const answer = await callSpaceSettings('openGroup', {
      groupId,
      ...(siteRoles.areAbsent() && { withoutRoles: true }),
    });
    if (answer.ok && answer.value.siteHasNoRoles === true) siteRoles.noteAbsent();
    if (answer.ok && row !== undefined && answer.value.group.groupName !== row.groupName) onRenamed(answer.value.group);
    return answer;
  }
  const { value, failure, reload } = useCall(open);
  const asked = useMayChange(groupId);
  const isGone = failure?.code === 'NOT_FOUND' && failure.what === 'group' && failure.notChecked !== true;
  const isShown = value !== undefined && !isGone;
  return (
    <Stack space="space.200">
      <Stack alignInline="start">
        {/* The button that led here is gone, or the field where somebody began to choose people; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button key={asked.blocked?.reason} autoFocus onClick={onBack}>
          {SPACE_PAGE.back}
        </Button>
      </Stack>
      {!isShown && row !== undefined && (
        <Heading as="h2" size="medium">
          {row.groupName}
        </Heading>
      )}
      {isShown && <LoadedGroup {...props} loaded={value} asked={asked} onReload={reload} />}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {isGone && row !== undefined && props.view.manage.allowed && (
        <ForgetGroup row={row} onForgotten={props.onDeleted} />
      )}
      {value === undefined && failure === undefined && <Loading label={SPACE_PAGE.readingGroup} />}
    </Stack>
  );
}
