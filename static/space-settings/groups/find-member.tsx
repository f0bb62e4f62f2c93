import { Button, Icon, Inline, Lozenge, Stack, Text, User, UserPicker } from '@forge/react';
import { useRef, useState } from 'react';

import type { MembershipView } from '../../../src/shared/groups/member-views';
import type { PeopleResult } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { pickedId, pickedName } from '../../fields/picked';
import { useAction } from '../../hooks/use-action';
import { UnlistedPerson } from './unlisted-person';
import { useRemoval } from './use-removal';

interface Props {
  groupId: string;
  groupName: string;
  /** Counts the changes of the members: an answer from before one may no longer hold. */
  changes: number;
  /** The user of the page. */
  me: string;
  mayRemove: boolean;
  /** `mayUndo`: they could be added back. */
  onRemoved: (result: PeopleResult, mayUndo: boolean) => void;
}

type Found = MembershipView & { accountId: string; name: string | undefined; changes: number };

/** Tells whether one person is in the group, listed or not: one call, however large the group is. */
export function FindMember({ groupId, groupName, changes, me, mayRemove, onRemoved }: Props) {
  const { action, current, request, again } = useMembership(groupId, changes);
  const removal = useRemoval({
    groupId,
    groupName,
    me,
    onRemoved: (result) => onRemoved(result, current?.account === 'active'),
  });
  return (
    <Stack space="space.100" alignInline="stretch">
      <UserPicker
        name="person"
        label={SPACE_PAGE.findMember}
        placeholder={SPACE_PAGE.typeName}
        onChange={(user) => request(pickedId(user), pickedName(user))}
      />
      <UnlistedPerson busy={action.busy} onNamed={request} />
      {action.busy && <Loading label={SPACE_PAGE.looking} />}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={again} />}
      {removal.failure !== undefined && <FailureMessage failure={removal.failure} />}
      {current !== undefined && (
        <Membership found={current} mayRemove={mayRemove} busy={removal.busy} onRemove={removal.remove} />
      )}
      {removal.dialog}
    </Stack>
  );
}

/** Holds the answer about the person who was named last. */
function useMembership(groupId: string, changes: number) {
  const [found, setFound] = useState<Found>();
  const requested = useRef<{ accountId?: string | undefined; name?: string | undefined }>({});
  const action = useAction();
  function request(accountId: string | undefined, name?: string) {
    requested.current = { accountId, name };
    setFound(undefined);
    if (accountId === undefined) return;
    action.run(
      () => callSpaceSettings('isMember', { groupId, accountId }),
      (view) => {
        if (requested.current.accountId === accountId) setFound({ ...view, accountId, name, changes });
        else again();
      },
    );
  }
  function again() {
    request(requested.current.accountId, requested.current.name);
  }
  return { action, current: found?.changes === changes ? found : undefined, request, again };
}

interface MembershipProps {
  found: Found;
  mayRemove: boolean;
  busy: boolean;
  onRemove: (accountIds: string[]) => void;
}

function Membership({ found, mayRemove, busy, onRemove }: MembershipProps) {
  const { accountId, name, account, isMember } = found;
  return (
    <>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {account !== 'notShown' && <User accountId={accountId} />}
        <Lozenge appearance={isMember ? 'success' : 'default'}>
          {isMember ? SPACE_PAGE.member : SPACE_PAGE.notMember}
        </Lozenge>
        <Text>{answerText(found)}</Text>
        {isMember && mayRemove && (
          <Button spacing="compact" isDisabled={busy} onClick={() => onRemove([accountId])}>
            {name === undefined ? SPACE_PAGE.removeFromGroup : `${SPACE_PAGE.removeFromGroup} `}
            {name !== undefined && <Icon glyph="person-remove" label={name} size="small" />}
          </Button>
        )}
      </Inline>
      {isMember && mayRemove && account === 'deactivated' && (
        <Text color="color.text.subtle">{SPACE_PAGE.noWayBack}</Text>
      )}
    </>
  );
}

function answerText({ isMember, account }: MembershipView): string {
  if (account === 'notShown') {
    return isMember ? SPACE_PAGE.hiddenMember : SPACE_PAGE.hiddenNobody;
  }
  if (!isMember) return SPACE_PAGE.isNotIn;
  return account === 'deactivated' ? SPACE_PAGE.isInDeactivated : SPACE_PAGE.isIn;
}
