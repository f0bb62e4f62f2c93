import { Heading, Stack, Text } from '@forge/react';

import { NumberField } from '../../fields/number-field';
import { SwitchField } from '../../fields/switch-field';
import type { PolicyFieldsProps } from './policy-draft';

interface Props extends PolicyFieldsProps {
  /** How many rules have asked for. */
  usedToday: number;
  /** When counting starts again, as the reader writes it. */
  resets: string;
}

/** Whether automation rules may create customers too, and how many. */
export function RuleFields({ draft, onEdit, problem, usedToday, resets }: Props) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        Automation rules
      </Heading>
      <SwitchField
        id="policy-rules"
        label="Automation rules"
        text="Let automation rules create customers in this project"
        help="A rule acts for the owner of its connection, who must be somebody who may create customers here. Whoever can start the rule creates customers in that person’s name."
        isOn={draft.rules}
        onChange={(rules) => onEdit({ rules })}
      />
      {draft.rules && !draft.enabled && (
        <Text>Rules can’t create customers either while creating customers is off in this project.</Text>
      )}
      <NumberField
        id="policy-daily-by-rules"
        name="dailyByRules"
        label="People a day for all rules of this project"
        help={`Rules have asked for ${String(usedToday)} so far today. Resets ${resets}.`}
        value={draft.dailyByRules}
        problem={problem('dailyByRules')}
        onChange={(dailyByRules) => onEdit({ dailyByRules })}
      />
    </Stack>
  );
}
