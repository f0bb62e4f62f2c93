import { Heading, Stack, Text } from '@forge/react';

import { AUTOMATION } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { NumberField } from '../../fields/number-field';
import { SwitchField } from '../../fields/switch-field';
import type { PolicyFieldsProps } from './policy-draft';

interface Props extends PolicyFieldsProps {
  /** Number of customers that rules requested. */
  usedToday: number;
  /** Time when the quota resets, in the reader's format. */
  resets: string;
}

/** Sets whether automation rules create customers too, and how many. */
export function RuleFields({ draft, onEdit, problem, usedToday, resets }: Props) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {AUTOMATION.title}
      </Heading>
      <SwitchField
        id="policy-rules"
        label={AUTOMATION.switch}
        text={AUTOMATION.switchText}
        help={AUTOMATION.switchHelp}
        isOn={draft.rules}
        onChange={(rules) => onEdit({ rules })}
      />
      {draft.rules && !draft.enabled && <Text>{AUTOMATION.alsoOff}</Text>}
      <NumberField
        id="policy-daily-by-rules"
        name="dailyByRules"
        label={AUTOMATION.daily}
        help={say(AUTOMATION.dailyHelp, { used: usedToday, resets })}
        value={draft.dailyByRules}
        problem={problem('dailyByRules')}
        onChange={(dailyByRules) => onEdit({ dailyByRules })}
      />
    </Stack>
  );
}
