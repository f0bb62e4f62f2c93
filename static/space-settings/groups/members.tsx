import { Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useEffect, useRef, useState } from 'react';

import type { MembersView, PeopleResult } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { usePages, type Pages } from '../../hooks/use-pages';
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
export function Members(props: Props) {
  const { groupId, groupName, first, me, most, mayRemove, onReload, onRemoved } = props;
  const pages = useMemberPages(props);
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
  const { reload } = pages;
  const page = pages.value ?? first;
  return (
    <Stack space="space.100">
      <MembersIntro page={page} mayRemove={mayRemove} mayHideMembers={props.mayHideMembers} />
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
      <RemoveSelected selected={selected} most={most} busy={removal.busy} onRemove={removal.remove} />
      <MemberPager pages={pages} nextStart={page.nextStart} />
      {removal.dialog}
    </Stack>
  );
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
    <>
      <Heading as="h3" size="small">
        {SPACE_PAGE.members}
      </Heading>
      <Text>{rangeText(page)}</Text>
      {(page.total > 0 || mayHideMembers) && (
        <Text color="color.text.subtle">{mayRemove ? SPACE_PAGE.deactivatedHelp : SPACE_PAGE.deactivatedStay}</Text>
      )}
    </>
  );
}

interface SelectedProps {
  selected: string[];
  most: number;
  busy: boolean;
  onRemove: (accountIds: string[]) => void;
}

function RemoveSelected({ selected, most, busy, onRemove }: SelectedProps) {
  if (selected.length > most) return <Text>{say(SPACE_PAGE.selectAtMost, { n: most })}</Text>;
  return selected.length === 0 ? null : (
    <Stack alignInline="start">
      <LoadingButton isLoading={busy} onClick={() => onRemove(selected)}>
        {say(SPACE_PAGE.removeSelected, { n: selected.length })}
      </LoadingButton>
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
