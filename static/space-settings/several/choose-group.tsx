import { Button, Heading, Inline, Label, Select, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { FINDING, LIST_FORM } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { FieldProblem } from '../../fields/field-problem';

interface Props {
  groups: readonly GroupRow[];
  /** Number of people who are listed without a group. */
  count: number;
  /** The list names groups, too: whoever has none may be left out. */
  mayLeaveOut: boolean;
  /** Takes the list with this group. Returns why it can't be taken. */
  onChosen: (group: GroupRow | undefined) => string | undefined;
  onBack: () => void;
}

/** Asks for the group of people who are listed without one. */
export function ChooseGroup({ groups, count, mayLeaveOut, onChosen, onBack }: Props) {
  const [chosen, setChosen] = useState<GroupRow>();
  const [problem, setProblem] = useState<string>();
  const options = groups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }));
  function goOn() {
    setProblem(chosen === undefined && !mayLeaveOut ? SEVERAL.chooseMissing : onChosen(chosen));
  }
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h4" size="small">
        {SEVERAL.chooseHeading}
      </Heading>
      <Text>{say(SEVERAL.noGroup, { n: count })}</Text>
      <Stack>
        <Label labelFor="several-group">{SEVERAL.group}</Label>
        <Select
          inputId="several-group"
          name="several-group"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
          autoFocus
          isClearable={mayLeaveOut}
          placeholder={mayLeaveOut ? SEVERAL.leaveOut : SEVERAL.chooseMissing}
          options={options}
          value={options.find(({ value }) => value === chosen?.groupId) ?? null}
          onChange={(choice: { value: string } | null) =>
            setChosen(groups.find(({ groupId }) => groupId === choice?.value))
          }
        />
        <FieldProblem problem={problem} />
      </Stack>
      <Inline space="space.100">
        <Button appearance="primary" onClick={goOn}>
          {LIST_FORM.find}
        </Button>
        <Button appearance="subtle" onClick={onBack}>
          {FINDING.back}
        </Button>
      </Inline>
    </Stack>
  );
}
