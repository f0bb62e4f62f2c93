import { Heading, Stack, Text } from '@forge/react';
import { useEffect, useRef, useState } from 'react';

import type { MembersView } from '../../../src/shared/groups/member-views';
import type { PeopleResult } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { usePages, type Pages } from '../../hooks/use-pages';
import { BulkBar } from './bulk-bar';
import { FindMember } from './find-member';
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
  /** Somebody begins to choose whom to remove. */
  onBegin: () => void;
  /** Reads the group again. */
  onReload: () => void;
  /** `mayUndo`: they could be added back. */
  onRemoved: (result: PeopleResult, mayUndo?: boolean) => void;
}

/** Finds one member, and lists all of them page by page; removes them. People who remove their own account are asked first. */
export function Members(props: Props) {
  const { groupId, groupName, first, changes, me, most, mayRemove, onReload, onRemoved } = props;
  const pages = useMemberPages(props);
  const { selected, onSelected, busy, failure, remove, dialog } = useSelection(props);
  const { reload } = pages;
  const page = pages.value ?? first;
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {SPACE_PAGE.members}
      </Heading>
      <FindMember {...{ groupId, groupName, changes, me, mayRemove, onRemoved }} />
      <MembersIntro page={page} mayRemove={mayRemove} mayHideMembers={props.mayHideMembers} />
      {pages.failure !== undefined && <FailureMessage failure={pages.failure} onRetry={reload} onReload={reload} />}
      {failure !== undefined && <FailureMessage failure={failure} onReload={onReload} />}
      {mayRemove && page.accountIds.length > 0 && (
        <BulkBar {...{ selected, most, busy, onSelected }} accountIds={page.accountIds} onRemove={remove} />
      )}
      <MemberTable
        {...{ page, selected, onSelected }}
        loading={pages.loading && pages.value !== undefined}
        onRemove={mayRemove ? (accountId) => remove([accountId]) : undefined}
      />
      <MemberPager pages={pages} nextStart={page.nextStart} />
      {dialog}
    </Stack>
  );
}

/** Holds who is selected, and removes them. */
function useSelection({ groupId, groupName, me, onBegin, onRemoved }: Props) {
  const [selected, setSelected] = useState<string[]>([]);
  function select(accountIds: string[]) {
    if (accountIds.length > 0) onBegin();
    setSelected(accountIds);
  }
  const removal = useRemoval({
    groupId,
    groupName,
    me,
    onRemoved: (result) => {
      setSelected([]);
      onRemoved(result);
    },
  });
  return { ...removal, selected, onSelected: select };
}

/** Reads the members page by page; the first page came with the group. After each change the page is read again. */
function useMemberPages({ groupId, first, changes }: Pick<Props, 'groupId' | 'first' | 'changes'>) {
  const given = useRef<MembersView | undefined>(first);
  function read(start: number | undefined): Promise<Result<MembersView>> {
    const known = given.current;
    given.current = undefined;
    return known === undefined
      ? callSpaceSettings('listMembers', { groupId, start: start ?? 0 })
      : Promise.resolve({ ok: true, value: known });
  }
  const pages = usePages(read);
  const latestReload = useRef(pages.reload);
  useEffect(() => {
    latestReload.current = pages.reload;
  });
  useEffect(() => {
    if (changes > 0) latestReload.current();
  }, [changes]);
  return pages;
}

type IntroProps = Pick<Props, 'mayRemove' | 'mayHideMembers'> & { page: MembersView };

function MembersIntro({ page, mayRemove, mayHideMembers }: IntroProps) {
  return (
    <Stack>
      <Text>{rangeText(page)}</Text>
      {(page.total > 0 || mayHideMembers) && (
        <Text color="color.text.subtle">{mayRemove ? SPACE_PAGE.deactivatedHelp : SPACE_PAGE.deactivatedStay}</Text>
      )}
    </Stack>
  );
}

interface PagerProps {
  pages: Pages<MembersView, number>;
  nextStart: number | undefined;
}

function MemberPager({ pages: { depth, goBack, goTo }, nextStart }: PagerProps) {
  return (
    <Pager
      previousLabel={SPACE_PAGE.previousMembers}
      nextLabel={SPACE_PAGE.nextMembers}
      onPrevious={depth > 0 ? goBack : undefined}
      onNext={nextStart === undefined ? undefined : () => goTo(nextStart)}
    />
  );
}

function rangeText({ accountIds, start, total }: MembersView): string {
  if (total === 0) return SPACE_PAGE.nobody;
  if (accountIds.length === 0) return SPACE_PAGE.nobodyHere;
  const last = start + accountIds.length;
  return say(SPACE_PAGE.range, { first: start + 1, last, total: Math.max(total, last) });
}
