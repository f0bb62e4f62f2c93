import { Button, Heading, HelperMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import { FOUND_PEOPLE, LIST_FORM } from '../../../src/shared/words/bring-list';
import { PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction, type Action } from '../../hooks/use-action';
import type { MemberList } from '../../people-list/member-list';
import { applyLabel } from '../changes/change-text';
import { Finding } from './finding';
import { FoundPeople } from './found-people';
import { ListForm } from './list-form';
import { elsewhereText, listOf, listProblem, type ListForGroup } from './list-lines';
import { planAsked, skipsPlan } from './plan-asked';
import { statusText } from './status-text';
import { useList, type BroughtList } from './use-list';
import type { WrittenList } from './use-written';

interface Props {
  group: GroupRow;
  /** Most people in a list, by the rules of the site. */
  longest: number;
  onPlanned: (change: ChangeView) => void;
  /** The same list is wanted for all groups that it names. */
  onSeveral: (written: WrittenList) => void;
  onCancel: () => void;
}

const EFFECTS = ['add', 'remove', 'wholeGroup'] as const;

/** Takes a list of people from its text to a plan. Until then, all of it stays in the browser. */
export function BringList({ group: { groupId, groupName }, longest, onPlanned, onSeveral, onCancel }: Props) {
  const it = useList();
  const { list, asked } = it;
  const planning = useAction();
  const [written, setWritten] = useState<WrittenList>({ text: '', effect: 'add' });
  function find(read: MemberList, entered: WrittenList) {
    planning.forget();
    setWritten(entered);
    it.find(listOf(read, groupName, entered.effect));
  }
  return (
    <Stack space="space.150" alignInline="stretch">
      <Heading as="h3" size="small">
        {LIST_FORM.heading}
      </Heading>
      {list === undefined && (
        <ListForm
          effects={EFFECTS}
          initial={written}
          problemOf={(read, effect) => listProblem(listOf(read, groupName, effect), longest)}
          onFind={find}
          otherWay={{ label: SEVERAL.also, isFor: namesGroups, onTake: onSeveral }}
          onCancel={onCancel}
        />
      )}
      {list !== undefined && !it.isFound && <Finding finding={it.finding} onBack={it.goBack} />}
      {list !== undefined && it.isFound && (
        <FoundPeople
          {...{ it, list, people: asked.people.length, repeated: list.repeated + asked.repeated }}
          leftOut={<LeftOutHere {...{ list, written, onSeveral }} contradictory={asked.contradictory} />}
          busy={planning.busy}
          nextLabel={nextLabel(it, list)}
          onNext={() => planning.run(() => planAsked(groupId, it, list), onPlanned)}
          onBack={it.goBack}
        />
      )}
      <Status it={it} planning={planning} />
    </Stack>
  );
}

function Status({ it, planning }: { it: BroughtList; planning: Action }) {
  return (
    <>
      {planning.failure !== undefined && it.isFound && <FailureMessage failure={planning.failure} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{planning.busy ? `${PLAN.planning}…` : statusText(it, it.asked.people.length)}</HelperMessage>
    </>
  );
}

function namesGroups({ people }: MemberList): boolean {
  return people.some(({ group }) => group !== undefined);
}

interface ElsewhereProps extends Pick<Props, 'onSeveral'> {
  list: ListForGroup;
  written: WrittenList;
}

/** Says who is left out as they are listed both ways, or for other groups. */
function LeftOutHere({ contradictory, ...elsewhere }: ElsewhereProps & { contradictory: number }) {
  return (
    <>
      {contradictory > 0 && <Text>{say(FOUND_PEOPLE.contradictory, { n: contradictory })}</Text>}
      <Elsewhere {...elsewhere} />
    </>
  );
}

/** Says who is listed for other groups, and offers to change these, too. A list that becomes one whole group changes no other. */
function Elsewhere({ list, written, onSeveral }: ElsewhereProps) {
  const text = elsewhereText(list.elsewhere);
  if (text === undefined) return null;
  return (
    <Stack space="space.100" alignInline="start">
      <Text>{text}</Text>
      {list.effect !== 'wholeGroup' && <Button onClick={() => onSeveral(written)}>{SEVERAL.also}</Button>}
    </Stack>
  );
}

function nextLabel(it: BroughtList, list: ListForGroup): string {
  return skipsPlan(it, list) ? applyLabel({ add: it.asked.people.length, remove: 0 }) : FOUND_PEOPLE.toPlan;
}
