import { Heading, HelperMessage, Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { Finding } from '../lists/finding';
import { FoundPeople } from '../lists/found-people';
import { statusText } from '../lists/status-text';
import { useList } from '../lists/use-list';
import type { WrittenList } from '../lists/use-written';
import { LeftOutGroups } from './left-out-groups';
import { SeveralForm } from './several-form';
import { askedOfGroups, type SeveralList } from './several-list';
import { SeveralPlans } from './several-plans';
import { useSeveralForm } from './use-several-form';
import { useSeveralPlans } from './use-several-plans';

interface Props {
  view: SpaceSettingsView;
  /** The list that somebody brought to one group. */
  initial: WrittenList | undefined;
  onOpen: (group: GroupRow, change: ChangeView | undefined) => void;
  onClose: () => void;
}

const NOTHING: WrittenList = { text: '', effect: 'add' };

/** Takes one list to several groups of the space, each by a plan of its own. Until then, all of it stays in the browser. */
export function BringSeveral({ view, initial = NOTHING, onOpen, onClose }: Props) {
  const it = useList<SeveralList>();
  const making = useSeveralPlans();
  const form = useSeveralForm(initial, view.longestList, it.find);
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
      {list === undefined && <SeveralForm form={form} onClose={onClose} />}
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
