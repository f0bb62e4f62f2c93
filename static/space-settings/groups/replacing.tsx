import { LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import type { ShownPeople } from '../lists/use-shown';
import { replacementOf } from './replacement-of';

interface Props {
  groupId: string;
  mayChange: boolean;
  people: ShownPeople;
}

/** Says in both groups what is left to do until one has taken the other's place. Shows nothing in any other group, or beside an open list. */
export function Replacing({ groupId, mayChange, people: { pages, shown, show } }: Props) {
  const [now] = useState(() => Date.now());
  const { changes = [], replacing = [] } = pages.value ?? {};
  const replacement = replacementOf(groupId, [...changes, ...replacing], now);
  if (replacement === undefined || shown.what !== 'picker') return null;
  const { old, by, left } = replacement;
  const names = { group: old.groupName, by: by.groupName };
  const isOld = groupId === old.groupId;
  return (
    <SectionMessage appearance="information" title={say(RENAME.underWay, names)}>
      <Stack space="space.100" alignInline="start">
        <Text>{say(left === 'add' ? RENAME.addLeft : RENAME.removeLeft, names)}</Text>
        {left === 'remove' && !isOld && <Text>{say(RENAME.openOld, names)}</Text>}
        {left === 'remove' && isOld && mayChange && <RemoveAll groupId={groupId} onPlanned={show} />}
      </Stack>
    </SectionMessage>
  );
}

interface RemoveProps {
  groupId: string;
  onPlanned: (change: ChangeView) => void;
}

function RemoveAll({ groupId, onPlanned }: RemoveProps) {
  const action = useAction();
  function plan() {
    action.run(() => callSpaceSettings('planPeople', { groupId, source: 'everybody', people: [] }), onPlanned);
  }
  return (
    <>
      <LoadingButton isLoading={action.busy} onClick={plan}>
        {RENAME.removeAll}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </>
  );
}
