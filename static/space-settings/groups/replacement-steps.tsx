import { LoadingButton, Text } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { Replacement } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
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
        <PlanStep
          label={RENAME.removeAll}
          plan={() => callSpaceSettings('planPeople', { groupId: old.groupId, source: 'everybody', people: [] })}
          onPlanned={onPlanned}
        />
      )}
      {mayChange && !isOld && mayLack && (
        <PlanStep label={RENAME.addAll} plan={() => planToAdd(old.groupId, by.groupId)} onPlanned={onPlanned} />
      )}
    </>
  );
}

function Counts({ old, by, names }: BothCounts & { names: { group: string; by: string } }) {
  if (old === undefined || by === undefined) return null;
  const numbers = { left: say(RENAME.members, { n: old }), there: say(RENAME.members, { n: by }) };
  return <Text>{say(RENAME.counts, { ...names, ...numbers })}</Text>;
}

function planToAdd(fromGroupId: string, groupId: string): Promise<Result<ChangeView>> {
  return callSpaceSettings('planPeople', { groupId, source: 'membersOf', fromGroupId, people: [] });
}

interface PlanProps {
  label: string;
  plan: () => Promise<Result<ChangeView>>;
  onPlanned: (change: ChangeView) => void;
}

function PlanStep({ label, plan, onPlanned }: PlanProps) {
  const action = useAction();
  return (
    <>
      <LoadingButton isLoading={action.busy} onClick={() => action.run(plan, onPlanned)}>
        {label}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </>
  );
}
