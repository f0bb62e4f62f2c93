import { Heading, HelperMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import type { MemberList } from '../../people-list/member-list';
import { Finding } from '../lists/finding';
import { FoundPeople } from '../lists/found-people';
import { ListForm } from '../lists/list-form';
import { nobodyText, unreadOf, type Effect } from '../lists/list-lines';
import { statusText } from '../lists/status-text';
import { useList } from '../lists/use-list';
import type { WrittenList } from '../lists/use-written';
import { ChooseGroup } from './choose-group';
import { LeftOutGroups } from './left-out-groups';
import { askedOfGroups, MOST_GROUPS_LISTED, severalOf, severalProblem, type SeveralList } from './several-list';
import { SeveralPlans } from './several-plans';
import { readSpaceGroups } from './space-groups';
import { useSeveralPlans } from './use-several-plans';

interface Props {
  view: SpaceSettingsView;
  /** The list that somebody brought to one group. */
  initial: WrittenList | undefined;
  onOpen: (group: GroupRow, change: ChangeView | undefined) => void;
  onClose: () => void;
}

const EFFECTS = ['add', 'remove'] as const;
const NOTHING: WrittenList = { text: '', effect: 'add' };

/** Takes one list to several groups of the space, each by a plan of its own. Until then, all of it stays in the browser. */
export function BringSeveral({ view, initial = NOTHING, onOpen, onClose }: Props) {
  const it = useList<SeveralList>();
  const making = useSeveralPlans();
  const form = useForm(initial, view.longestList, it.find);
  const { list } = it;
  const { plans } = making;
  const asked = list === undefined ? [] : askedOfGroups(list, it);
  const people = new Set(asked.flatMap((group) => group.people.map(({ accountId }) => accountId))).size;
  function close() {
    making.discard();
    onClose();
  }
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h2" size="medium">
        {SEVERAL.heading}
      </Heading>
      {list === undefined && <Form form={form} onClose={onClose} />}
      {list !== undefined && !it.isFound && <Finding finding={it.finding} onBack={it.goBack} />}
      {list !== undefined && it.isFound && plans === undefined && (
        <FoundPeople
          {...{ it, list, people }}
          repeated={list.repeated + asked.reduce((sum, { repeated }) => sum + repeated, 0)}
          leftOut={<LeftOutGroups list={list} asked={asked} />}
          busy={making.progress !== undefined}
          nextLabel={FOUND_PEOPLE.toPlan}
          onNext={() => making.plan(asked)}
          onBack={it.goBack}
        />
      )}
      {plans === undefined ? (
        // Screen readers are told when its text changes, so it is always there.
        <HelperMessage>
          {making.progress === undefined ? statusText(it, people) : say(SEVERAL.planning, making.progress)}
        </HelperMessage>
      ) : (
        <SeveralPlans {...{ plans, onOpen }} it={making} people={people} me={view.accountId} onClose={close} />
      )}
    </Stack>
  );
}

/** Holds what is entered, and whom it names without a group, until people are looked up. */
function useForm(initial: WrittenList, longest: number, onFind: (list: SeveralList) => void) {
  const reading = useAction();
  const [written, setWritten] = useState(initial);
  const [refused, setRefused] = useState<{ problem?: string; times: number }>({ times: 0 });
  const [unassigned, setUnassigned] = useState<{ list: MemberList; groups: GroupRow[] }>();
  function take(list: MemberList, groups: readonly GroupRow[], effect: Effect) {
    const next = severalOf(list, groups, { effect });
    const problem = severalProblem(next, longest);
    if (problem === undefined) onFind(next);
    else setRefused(({ times }) => ({ problem, times: times + 1 }));
  }
  return {
    reading,
    written,
    refused,
    unassigned,
    enter: (list: MemberList, entered: WrittenList) => {
      setWritten(entered);
      reading.run(readSpaceGroups, (groups) => {
        const hasOthers = groups.length > 0 && list.people.some(({ group }) => group === undefined);
        if (hasOthers) setUnassigned({ list, groups });
        else take(list, groups, entered.effect);
      });
    },
    /** Takes the list with this group for whoever is listed without one. Returns why it can't be taken. */
    assign: (others: GroupRow | undefined): string | undefined => {
      if (unassigned === undefined) return undefined;
      const next = severalOf(unassigned.list, unassigned.groups, { effect: written.effect, others });
      const problem = severalProblem(next, longest);
      if (problem === undefined) {
        setUnassigned(undefined);
        onFind(next);
      }
      return problem;
    },
    goBack: () => {
      setUnassigned(undefined);
      setRefused(({ times }) => ({ times: times + 1 }));
    },
  };
}

function Form({ form, onClose }: { form: ReturnType<typeof useForm>; onClose: () => void }) {
  const { reading, written, refused, unassigned } = form;
  if (unassigned !== undefined) {
    const { people } = unassigned.list;
    const count = people.filter(({ group }) => group === undefined).length;
    return (
      <ChooseGroup
        groups={unassigned.groups}
        count={count}
        mayLeaveOut={count < people.length}
        onChosen={form.assign}
        onBack={form.goBack}
      />
    );
  }
  return (
    <>
      <Text>{say(SEVERAL.help, { most: MOST_GROUPS_LISTED })}</Text>
      <ListForm
        key={refused.times}
        effects={EFFECTS}
        initial={written}
        initialProblem={refused.problem}
        busy={reading.busy}
        problemOf={({ people, problems }) => (people.length > 0 ? undefined : nobodyText(unreadOf(problems)))}
        onFind={form.enter}
        onCancel={onClose}
      />
      {reading.failure !== undefined && <FailureMessage failure={reading.failure} />}
    </>
  );
}
