import {
  Button,
  DynamicTable,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
  User,
} from '@forge/react';

import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { usePages } from '../../hooks/use-pages';

/** Shows who is in a group, page by page; nothing can be changed here. */
export function GroupMembers({ row, onClose }: { row: SiteGroupRow; onClose: () => void }) {
  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <ModalHeader>
          <ModalTitle>{say(GROUPS_TAB.membersOf, { group: row.groupName })}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Members row={row} />
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {GROUPS_TAB.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Members({ row: { groupId, groupName } }: { row: SiteGroupRow }) {
  const { value, failure, loading, depth, goBack, goTo, reload } = usePages((start: number | undefined) =>
    callGlobalSettings('listGroupMembers', { groupId, start: start ?? 0 }),
  );
  const next = value?.nextStart;
  return (
    <Stack space="space.150">
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label={GROUPS_TAB.readingMembers} />}
      {value !== undefined && (
        <Text>{value.total === 0 ? GROUPS_TAB.noMembers : say(GROUPS_TAB.memberCount, { n: value.total })}</Text>
      )}
      {value !== undefined && value.accountIds.length > 0 && (
        <DynamicTable
          label={say(GROUPS_TAB.membersOf, { group: groupName })}
          isLoading={loading}
          head={{ cells: [{ key: 'person', content: GROUPS_TAB.person }] }}
          rows={value.accountIds.map((accountId) => ({
            key: accountId,
            cells: [{ key: 'person', content: <User accountId={accountId} /> }],
          }))}
        />
      )}
      <Pager
        previousLabel={GROUPS_TAB.previousMembers}
        nextLabel={GROUPS_TAB.nextMembers}
        onPrevious={depth > 0 ? goBack : undefined}
        onNext={next === undefined ? undefined : () => goTo(next)}
      />
    </Stack>
  );
}
