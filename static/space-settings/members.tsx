import { Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useEffect, useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import type { MemberPage, PeopleResult } from '../../src/shared/views';
import { callSpace } from '../api';
import { ConfirmDialog } from '../components/confirm-dialog';
import { FailureMessage } from '../components/error-message';
import { Pager } from '../components/pager';
import { useAction } from '../use-action';
import { usePages } from '../use-pages';
import { MemberTable } from './member-table';

interface Props {
  groupId: string;
  groupName: string;
  /** The first page, as it came with the group. */
  first: MemberPage;
  /** Counts the changes of the members; the list is read again after each. */
  changes: number;
  /** The person who looks at the page. */
  me: string;
  most: number;
  mayRemove: boolean;
  /** Reads the group again. */
  onReload: () => void;
  onRemoved: (result: PeopleResult) => void;
}

const rangeText = ({ accountIds, start, total }: MemberPage): string => {
  if (total === 0 || accountIds.length === 0)
    return total === 0 ? 'Nobody is in this group yet.' : 'Nobody on this page.';
  return `${String(start + 1)} to ${String(start + accountIds.length)} of ${String(Math.max(total, start + accountIds.length))} members`;
};

/** Who is in the group, page by page, and removing them. Whoever removes their own account is asked first. */
export const Members = ({ groupId, groupName, first, changes, me, most, mayRemove, onReload, onRemoved }: Props) => {
  const given = useRef<MemberPage | undefined>(first);
  const read = (start: number | undefined): Promise<Result<MemberPage>> => {
    const known = given.current;
    given.current = undefined;
    return known === undefined
      ? callSpace('listMembers', { groupId, start: start ?? 0 })
      : Promise.resolve({ ok: true, value: known });
  };
  const pages = usePages(read);
  const { reload } = pages;
  const [selected, setSelected] = useState<string[]>([]);
  const [asking, setAsking] = useState<string[]>();
  const action = useAction();
  const latestReload = useRef(reload);
  useEffect(() => {
    latestReload.current = reload;
  });
  useEffect(() => {
    if (changes > 0) latestReload.current();
  }, [changes]);

  const remove = (accountIds: string[], confirmSelf: boolean) =>
    action.run(
      () => callSpace('removeMembers', { groupId, accountIds, confirmSelf }),
      (result) => {
        setAsking(undefined);
        setSelected([]);
        onRemoved(result);
      },
    );
  const askOrRemove = (accountIds: string[]) =>
    accountIds.includes(me) ? setAsking(accountIds) : remove(accountIds, false);
  const page = pages.value ?? first;
  const { nextStart } = page;
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        Members
      </Heading>
      <Text>{rangeText(page)}</Text>
      {pages.failure !== undefined && <FailureMessage failure={pages.failure} onRetry={reload} onReload={reload} />}
      {action.failure !== undefined && asking === undefined && (
        <FailureMessage failure={action.failure} onReload={onReload} />
      )}
      <MemberTable
        accountIds={page.accountIds}
        first={page.start + 1}
        loading={pages.loading && pages.value !== undefined}
        selected={selected}
        onSelected={setSelected}
        onRemove={mayRemove ? (accountId) => askOrRemove([accountId]) : undefined}
      />
      {selected.length > 0 && selected.length <= most && (
        <Stack alignInline="start">
          <LoadingButton isLoading={action.busy} onClick={() => askOrRemove(selected)}>
            {`Remove ${String(selected.length)} selected`}
          </LoadingButton>
        </Stack>
      )}
      {selected.length > most && <Text>{`Select at most ${String(most)} people to remove them at once.`}</Text>}
      <Pager
        previousLabel="Previous members"
        nextLabel="Next members"
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={nextStart === undefined ? undefined : () => pages.goTo(nextStart)}
      />
      {asking !== undefined && (
        <ConfirmDialog
          title="Remove yourself from this group?"
          confirmLabel="Remove me"
          appearance="warning"
          action={action}
          onConfirm={() => remove(asking, true)}
          onCancel={() => setAsking(undefined)}
        >
          <Text>{`You are among the people to be removed from ${groupName}. You lose whatever this group gives you, here and elsewhere. If that includes administering this space, you can’t add yourself again.`}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
};
