import { Heading, HelperMessage, Stack } from '@forge/react';
import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import { FOUND_PEOPLE, FINDING, LIST_FORM } from '../../../src/shared/words/bring-list';
import { PLAN } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import { applyLabel } from '../changes/change-text';
import { unsettled } from './decisions';
import { Finding } from './finding';
import { FoundPeople } from './found-people';
import { ListForm, type WrittenList } from './list-form';
import type { ListForGroup } from './list-lines';
import { planAsked, skipsPlan } from './plan-asked';
import { useList, type BroughtList } from './use-list';

interface Props {
  group: GroupRow;
  /** Most people in a list, by the rules of the site. */
  longest: number;
  onPlanned: (change: ChangeView) => void;
  onCancel: () => void;
}

/** Takes a list of people from its text to a plan. Until then, all of it stays in the browser. */
export function BringList({ group: { groupId, groupName }, longest, onPlanned, onCancel }: Props) {
  const it = useList();
  const planning = useAction();
  const [written, setWritten] = useState<WrittenList>({ text: '', effect: 'add' });
  const { list } = it;
  function find(read: ListForGroup, entered: WrittenList) {
    setWritten(entered);
    it.find(read);
  }
  function goBack() {
    planning.forget();
    it.goBack();
  }
  return (
    <Stack space="space.150" alignInline="stretch">
      <Heading as="h3" size="small">
        {LIST_FORM.heading}
      </Heading>
      {list === undefined && (
        <ListForm groupName={groupName} longest={longest} initial={written} onFind={find} onCancel={onCancel} />
      )}
      {list !== undefined && !it.isFound && <Finding finding={it.finding} onBack={goBack} />}
      {list !== undefined && it.isFound && (
        <FoundPeople
          it={it}
          list={list}
          busy={planning.busy}
          nextLabel={nextLabel(it, list)}
          onNext={() => planning.run(() => planAsked(groupId, it, list), onPlanned)}
          onBack={goBack}
        />
      )}
      {planning.failure !== undefined && <FailureMessage failure={planning.failure} />}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{planning.busy ? `${PLAN.planning}…` : statusText(it)}</HelperMessage>
    </Stack>
  );
}

function nextLabel(it: BroughtList, list: ListForGroup): string {
  return skipsPlan(it, list) ? applyLabel({ add: it.asked.people.length, remove: 0 }) : FOUND_PEOPLE.toPlan;
}

function statusText({ list, isFound, finding, sorted, decisions, asked }: BroughtList): string {
  if (list === undefined) return '';
  const total = list.lines.length;
  if (isFound) {
    const left = unsettled(sorted, decisions) + list.problems.length;
    return say(FOUND_PEOPLE.status, { n: asked.people.length, left });
  }
  return finding.busy
    ? say(FINDING.progress, { done: finding.done.length, total })
    : say(FINDING.ended, { left: finding.left.length, total });
}
