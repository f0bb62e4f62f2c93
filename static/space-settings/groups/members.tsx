import { Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useEffect, useRef, useState } from 'react';

import type { MembersView, PeopleResult } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { usePages } from '../../hooks/use-pages';
import { MemberTable } from './member-table';
import { useRemoval } from './use-removal';

interface Props {
  groupId: string;
  groupName: string;
  /** The first page, as it came with the group. */
  first: MembersView;
  /** Counts the changes of the members; the list is read again after each. */
  changes: number;
  /** The user of the page. */
  me: string;
  most: number;
  mayRemove: boolean;
  /** Some members may be deactivated and hidden: not in a group created just now that is still empty. */
  mayHideMembers: boolean;
  /** Reads the group again. */
  onReload: () => void;
  onRemoved: (result: PeopleResult) => void;
}

/** Lists the group's members, page by page, and removes them. People who remove their own account are asked first. */
export function Members({
  groupId,
  groupName,
  first,
  changes,
  me,
  most,
  mayRemove,
  mayHideMembers,
  onReload,
  onRemoved,
}: Props) {
  const given = useRef<MembersView | undefined>(first);
  function read(start: number | undefined): Promise<Result<MembersView>> {
    const known = given.current;
    given.current = undefined;
    return known === undefined
      ? callSpaceSettings('listMembers', { groupId, start: start ?? 0 })
      : Promise.resolve({ ok: true, value: known });
  }
  const pages = usePages(read);
  const { reload } = pages;
  const [selected, setSelected] = useState<string[]>([]);
  const removal = useRemoval({
    groupId,
    groupName,
    me,
    onRemoved: (result) => {
      setSelected([]);
      onRemoved(result);
    },
  });
  const latestReload = useRef(reload);
  useEffect(() => {
    latestReload.current = reload;
  });
  useEffect(() => {
    if (changes > 0) latestReload.current();
  }, [changes]);

  const page = pages.value ?? first;
  const { nextStart } = page;
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {SPACE_PAGE.members}
      </Heading>
      <Text>{rangeText(page)}</Text>
      {(page.total > 0 || mayHideMembers) && (
        <Text color="color.text.subtle">{mayRemove ? SPACE_PAGE.deactivatedHelp : SPACE_PAGE.deactivatedStay}</Text>
      )}
      {pages.failure !== undefined && <FailureMessage failure={pages.failure} onRetry={reload} onReload={reload} />}
      {removal.failure !== undefined && <FailureMessage failure={removal.failure} onReload={onReload} />}
      <MemberTable
        accountIds={page.accountIds}
        added={page.added ?? []}
        first={page.start + 1}
        loading={pages.loading && pages.value !== undefined}
        selected={selected}
        onSelected={setSelected}
        onRemove={mayRemove ? (accountId) => removal.remove([accountId]) : undefined}
      />
      {selected.length > 0 && selected.length <= most && (
        <Stack alignInline="start">
          <LoadingButton isLoading={removal.busy} onClick={() => removal.remove(selected)}>
            {say(SPACE_PAGE.removeSelected, { n: selected.length })}
          </LoadingButton>
        </Stack>
      )}
      {selected.length > most && <Text>{say(SPACE_PAGE.selectAtMost, { n: most })}</Text>}
      <Pager
        previousLabel={SPACE_PAGE.previousMembers}
        nextLabel={SPACE_PAGE.nextMembers}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={nextStart === undefined ? undefined : () => pages.goTo(nextStart)}
      />
      {removal.dialog}
    </Stack>
  );
}

function rangeText({ accountIds, start, total }: MembersView): string {
  if (total === 0) return SPACE_PAGE.nobody;
  if (accountIds.length === 0) return SPACE_PAGE.nobodyHere;
  const last = start + accountIds.length;
  return say(SPACE_PAGE.range, { first: start + 1, last, total: Math.max(total, last) });
}
