import { HelperMessage, Heading, LoadingButton, Stack, UserPicker } from '@forge/react';
import { useState } from 'react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import { pickedIds } from '../../fields/picked';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import { unfinished } from './person-outcomes';

interface Props {
  groupId: string;
  /** Most people that the rules allow at a time. */
  most: number;
  onReload: () => void;
  /** Somebody begins to pick people. */
  onPick: () => void;
  onAdded: (result: PeopleResult) => void;
}

/** Adds several people at once. People who couldn't be added stay picked. */
export function AddPeople({ groupId, most, onReload, onPick, onAdded }: Props) {
  const { picked, round, problem, action, pick, add } = usePicked({ groupId, most, onPick, onAdded });
  const failure = failureBesides(action.failure, ['accountIds']);
  return (
    <Stack space="space.100" alignInline="stretch">
      <Heading as="h3" size="small">
        {SPACE_PAGE.addPeople}
      </Heading>
      <PeoplePicker
        key={round}
        picked={picked}
        most={most}
        problem={problem ?? problemOf(action.failure, 'accountIds')}
        onPick={pick}
      />
      {failure !== undefined && <FailureMessage failure={failure} onReload={onReload} />}
      <Stack alignInline="start">
        <LoadingButton appearance="primary" isLoading={action.busy} onClick={add}>
          {SPACE_PAGE.add}
        </LoadingButton>
      </Stack>
    </Stack>
  );
}

/** Holds who is picked, and adds them. `round` counts the additions: after each, the picker is drawn again with those who stay picked. */
function usePicked({ groupId, most, onPick, onAdded }: Omit<Props, 'onReload'>) {
  const [picked, setPicked] = useState<string[]>([]);
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<string>();
  const action = useAction();
  function pick(value: unknown) {
    onPick();
    setPicked(pickedIds(value));
    setProblem(undefined);
  }
  const add = useLatest(() => {
    const found = pickProblem(picked.length, most);
    setProblem(found);
    if (found !== undefined) return;
    action.run(
      () => callSpaceSettings('addMembers', { groupId, accountIds: picked }),
      (result) => {
        setPicked(unfinished(result));
        setRound((count) => count + 1);
        onAdded(result);
      },
    );
  });
  return { picked, round, problem, action, pick, add };
}

interface PickerProps {
  /** The people at first. */
  picked: string[];
  most: number;
  problem: string | undefined;
  onPick: (users: unknown) => void;
}

function PeoplePicker({ picked, most, problem, onPick }: PickerProps) {
  return (
    <Stack>
      <UserPicker
        name="people"
        label={SPACE_PAGE.peopleToAdd}
        isMulti
        defaultValue={picked}
        placeholder={SPACE_PAGE.typeNames}
        onChange={onPick}
      />
      <HelperMessage>{say(SPACE_PAGE.upTo, { n: most })}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}

/** Says what is wrong with the picked people; undefined if nothing. */
function pickProblem(count: number, most: number): string | undefined {
  if (count === 0) return SPACE_PAGE.pickSome;
  return count > most ? say(SPACE_PAGE.pickAtMost, { n: most }) : undefined;
}
