import { Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { FailureMessage } from '../../feedback/failure-message';
import { ListForm } from '../lists/list-form';
import { nobodyText, unreadOf } from '../lists/list-lines';
import { ChooseGroup } from './choose-group';
import { MOST_GROUPS_LISTED } from './several-list';
import type { useSeveralForm } from './use-several-form';

const EFFECTS = ['add', 'remove'] as const;

/** Takes a list, and asks for the group of whoever is listed without one. */
export function SeveralForm({ form, onClose }: { form: ReturnType<typeof useSeveralForm>; onClose: () => void }) {
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
