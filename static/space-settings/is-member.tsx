import { Heading, Inline, Lozenge, Stack, Text, User, UserPicker } from '@forge/react';
import { useRef, useState } from 'react';

import { callSpace } from '../api';
import { FailureMessage } from '../components/error-message';
import { Loading } from '../components/loading';
import { pickedId } from '../picked';
import { useAction } from '../use-action';

/** Tells whether one person is in the group: one call, however large the group is. */
export const IsMember = ({ groupId, changes }: { groupId: string; changes: number }) => {
  const [found, setFound] = useState<{ accountId: string; isMember: boolean; changes: number }>();
  const asked = useRef<string>();
  const action = useAction();
  const ask = (accountId: string | undefined) => {
    asked.current = accountId;
    setFound(undefined);
    if (accountId === undefined) return;
    action.run(
      () => callSpace('isMember', { groupId, accountId }),
      ({ isMember }) => {
        if (asked.current === accountId) setFound({ accountId, isMember, changes });
        else ask(asked.current);
      },
    );
  };
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        Is this person in the group?
      </Heading>
      <UserPicker name="person" label="Person" placeholder="Type a name" onChange={(user) => ask(pickedId(user))} />
      {action.busy && <Loading label="Looking" />}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={() => ask(asked.current)} />}
      {/* An answer from before a change of the members may no longer hold. */}
      {found?.changes === changes && (
        <Inline space="space.100" alignBlock="center">
          <User accountId={found.accountId} />
          <Lozenge appearance={found.isMember ? 'success' : 'default'}>
            {found.isMember ? 'Member' : 'Not a member'}
          </Lozenge>
          <Text>{found.isMember ? 'is in this group.' : 'is not in this group.'}</Text>
        </Inline>
      )}
    </Stack>
  );
};
