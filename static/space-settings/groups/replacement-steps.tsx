import { Text } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { Replacement } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { callSpaceSettings } from '../../api';
import { planMembersOf } from './plan-members-of';
import { ReplacementStep } from './replacement-step';
import type { BothCounts } from './use-both-counts';

interface Props {
  replacement: Replacement;
  counts: BothCounts;
  /** The page shows the group whose place is taken. */
  isOld: boolean;
  mayChange: boolean;
  onPlanned: (change: ChangeView) => void;
}

/** Says how many members both groups have and what comes next. The step that is made in the group on show has its button. */
export function ReplacementSteps({ replacement: { old, by }, counts, isOld, mayChange, onPlanned }: Props) {
  const names = { group: old.groupName, by: by.groupName };
  // A number that Confluence doesn't tell keeps nobody from either step.
  const hasBegun = counts.by !== 0;
  const mayLack = counts.by === undefined || counts.old === undefined || counts.by < counts.old;
  return (
    <>
      <Counts {...counts} names={names} />
      <Text>{say(hasBegun ? RENAME.removeLeft : RENAME.addLeft, names)}</Text>
      {hasBegun !== isOld && <Text>{say(isOld ? RENAME.openNew : RENAME.openOld, names)}</Text>}
      {mayChange && isOld && hasBegun && (
        <ReplacementStep
          label={RENAME.removeAll}
          call={() => callSpaceSettings('planPeople', { groupId: old.groupId, source: 'everybody', people: [] })}
          onDone={onPlanned}
        />
      )}
      {mayChange && !isOld && mayLack && (
        <ReplacementStep label={RENAME.addAll} call={() => planMembersOf(old.groupId, by.groupId)} onDone={onPlanned} />
      )}
    </>
  );
}

function Counts({ old, by, names }: BothCounts & { names: { group: string; by: string } }) {
  if (old === undefined || by === undefined) return null;
  const numbers = { left: say(RENAME.members, { n: old }), there: say(RENAME.members, { n: by }) };
  return <Text>{say(RENAME.counts, { ...names, ...numbers })}</Text>;
}
