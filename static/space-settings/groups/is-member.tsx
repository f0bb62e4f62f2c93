import { Button, Heading, Inline, Lozenge, Stack, Text, User, UserPicker } from '@forge/react';
import { useRef, useState } from 'react';

import type { MembershipView, PeopleResult } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { pickedId } from '../../fields/picked';
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

type Found = MembershipView & { accountId: string; changes: number };

/** Tells whether one person is in the group, listed or not: one call, however large the group is. */
export function IsMember({ groupId, groupName, changes, me, mayRemove, onRemoved }: Props) {
  const [found, setFound] = useState<Found>();
  const requested = useRef<string>();
  const action = useAction();
  function request(accountId: string | undefined) {
    requested.current = accountId;
    setFound(undefined);
    if (accountId === undefined) return;
    action.run(
      () => callSpaceSettings('isMember', { groupId, accountId }),
      (view) => {
        if (requested.current === accountId) setFound({ ...view, accountId, changes });
        else request(requested.current);
      },
    );
  }
  const current = found?.changes === changes ? found : undefined;
  const removal = useRemoval({
    groupId,
    groupName,
    me,
    onRemoved: (result) => onRemoved(result, current?.account === 'active'),
  });
  return (
    <Stack space="space.100" alignInline="stretch">
      <Heading as="h3" size="small">
        {SPACE_PAGE.isMember}
      </Heading>
      <UserPicker
        name="person"
        label={SPACE_PAGE.person}
        placeholder={SPACE_PAGE.typeName}
        onChange={(user) => request(pickedId(user))}
      />
      <UnlistedPerson busy={action.busy} onNamed={request} />
      {action.busy && <Loading label={SPACE_PAGE.looking} />}
      {action.failure !== undefined && (
        <FailureMessage failure={action.failure} onRetry={() => request(requested.current)} />
      )}
      {removal.failure !== undefined && <FailureMessage failure={removal.failure} />}
      {current !== undefined && (
        <Inline space="space.100" alignBlock="center" shouldWrap>
          {current.account !== 'notShown' && <User accountId={current.accountId} />}
          <Lozenge appearance={current.isMember ? 'success' : 'default'}>
            {current.isMember ? SPACE_PAGE.member : SPACE_PAGE.notMember}
          </Lozenge>
          <Text>{answerText(current)}</Text>
          {current.isMember && mayRemove && (
            <Button spacing="compact" isDisabled={removal.busy} onClick={() => removal.remove([current.accountId])}>
              {SPACE_PAGE.removeFromGroup}
            </Button>
          )}
        </Inline>
      )}
      {current?.isMember === true && mayRemove && current.account === 'deactivated' && (
        <Text color="color.text.subtle">{SPACE_PAGE.noWayBack}</Text>
      )}
      {removal.dialog}
    </Stack>
  );
}

function answerText({ isMember, account }: MembershipView): string {
  if (account === 'notShown') {
    return isMember ? SPACE_PAGE.hiddenMember : SPACE_PAGE.hiddenNobody;
  }
  if (!isMember) return SPACE_PAGE.isNotIn;
  return account === 'deactivated' ? SPACE_PAGE.isInDeactivated : SPACE_PAGE.isIn;
}
