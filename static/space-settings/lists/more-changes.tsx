import { HelperMessage, Inline, Label, LoadingButton, Select, Stack } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import { MORE } from '../../../src/shared/words/changes';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Section } from '../../feedback/section';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';

interface Props {
  groupId: string;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  onPlanned: (change: ChangeView) => void;
}

/** Offers two more ways to change many people at once: the members of another group, and nobody at all. */
export function MoreChanges({ groupId, groups, onPlanned }: Props) {
  const others = groups.filter((group) => group.groupId !== groupId);
  return (
    <Section title={MORE.more}>
      <Stack space="space.200">
        {others.length > 0 && <MembersOf groupId={groupId} others={others} onPlanned={onPlanned} />}
        <RemoveEveryone groupId={groupId} onPlanned={onPlanned} />
      </Stack>
    </Section>
  );
}

interface MembersOfProps {
  groupId: string;
  others: readonly GroupRow[];
  onPlanned: Props['onPlanned'];
}

function MembersOf({ groupId, others, onPlanned }: MembersOfProps) {
  const [from, setFrom] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const action = useAction();
  const options = others.map((group) => ({ value: group.groupId, label: group.groupName }));
  const failure = failureBesides(action.failure, ['fromGroupId']);
  function plan() {
    setProblem(from === undefined ? MORE.chooseGroup : undefined);
    if (from === undefined) return;
    const payload = { groupId, source: 'membersOf' as const, fromGroupId: from, people: [] };
    action.run(() => callSpaceSettings('planPeople', payload), onPlanned);
  }
  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="members-of">{MORE.membersOf}</Label>
        <Select
          inputId="members-of"
          name="members-of"
          placeholder={MORE.fromGroup}
          options={options}
          value={options.find(({ value }) => value === from) ?? null}
          onChange={(choice: { value: string } | null) => setFrom(choice?.value)}
        />
        <FieldProblem problem={problem ?? problemOf(action.failure, 'fromGroupId')} />
      </Stack>
      {failure !== undefined && <FailureMessage failure={failure} />}
      <Inline>
        <LoadingButton isLoading={action.busy} onClick={plan}>
          {MORE.seeMembersOf}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}

function RemoveEveryone({ groupId, onPlanned }: Omit<Props, 'groups'>) {
  const action = useAction();
  function plan() {
    action.run(() => callSpaceSettings('planPeople', { groupId, source: 'everybody', people: [] }), onPlanned);
  }
  return (
    <Stack space="space.100">
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
      <Stack alignInline="start">
        <LoadingButton isLoading={action.busy} onClick={plan}>
          {MORE.removeAll}
        </LoadingButton>
        <HelperMessage>{MORE.removeAllHelp}</HelperMessage>
      </Stack>
    </Stack>
  );
}
