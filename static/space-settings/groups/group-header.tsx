import { Heading, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';

import type { GroupRow, GroupView } from '../../../src/shared/groups/views';
import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { useInstant } from '../../hooks/use-instant';
import { GroupRole } from '../access/group-role';
import { BlockedMessage } from './blocked-message';
import { MoreMenu, type MenuItem } from './more-menu';
import type { Opened } from './use-opened';

interface Props {
  loaded: GroupView;
  blocked: GroupView['blocked'];
  mayChange: boolean;
  opened: Opened;
  /** It has no members that could be exported. */
  isEmpty: boolean;
  onBring: () => void;
}

/** Names the group, says what is special about it and why nobody may change it, and offers what is seldom done with it. */
export function GroupHeader({ loaded: { group, roles }, blocked, mayChange, opened, isEmpty, onBring }: Props) {
  const items = [
    ...(mayChange ? [{ label: LIST_FORM.bring, onChoose: onBring }] : []),
    ...(isEmpty ? [] : [{ label: SPACE_PAGE.export, onChoose: () => opened.open('export') }]),
    ...(mayChange ? [{ label: RENAME.menu, onChoose: () => opened.open('rename') }, deleteItem(group, opened)] : []),
  ];
  return (
    <Stack space="space.150">
      <Inline spread="space-between" alignBlock="center" space="space.200">
        <Heading as="h2" size="medium">
          {group.groupName}
        </Heading>
        {items.length > 0 && <MoreMenu key={opened.closings} items={items} takesFocus={opened.closings > 0} />}
      </Inline>
      <Signs group={group} />
      <GroupRole roles={roles} />
      {blocked !== undefined && <BlockedMessage blocked={blocked} />}
      {group.refused !== undefined && blocked === undefined && <Refused at={group.refused.at} />}
    </Stack>
  );
}

function deleteItem({ deletable }: GroupRow, opened: Opened): MenuItem {
  return deletable
    ? { label: SPACE_PAGE.deleteConfirm, onChoose: () => opened.open('delete') }
    : { label: SPACE_PAGE.notDeletable };
}

function Signs({ group }: { group: GroupRow }) {
  return (
    <Inline space="space.050" shouldWrap>
      <Lozenge appearance={group.origin === 'created' ? 'default' : 'new'}>
        {group.origin === 'created' ? SPACE_PAGE.createdHere : SPACE_PAGE.takenOver}
      </Lozenge>
      {group.grantsProductAccess && <Lozenge appearance="moved">{SPACE_PAGE.givesAccess}</Lozenge>}
    </Inline>
  );
}

function Refused({ at }: { at: string }) {
  const instant = useInstant();
  return (
    <SectionMessage appearance="warning" title={SPACE_PAGE.refused}>
      <Text>{say(SPACE_PAGE.refusedText, { when: instant(at) })}</Text>
    </SectionMessage>
  );
}
