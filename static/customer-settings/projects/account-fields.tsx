import { Heading, Stack } from '@forge/react';

import { ACCOUNTS } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { NumberField } from '../../fields/number-field';
import { SwitchField } from '../../fields/switch-field';
import type { PolicyFieldsProps } from './policy-draft';

interface Props extends PolicyFieldsProps {
  /** Time when the quota resets, in the reader's format. */
  resets: string;
}

/** Sets the quota, the kinds of accounts, and the access that they get. */
export function AccountFields({ draft, onEdit, problem, resets }: Props) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {ACCOUNTS.title}
      </Heading>
      <NumberField
        id="policy-daily-per-agent"
        name="dailyPerAgent"
        label={ACCOUNTS.daily}
        help={say(ACCOUNTS.dailyHelp, { resets })}
        value={draft.dailyPerAgent}
        problem={problem('dailyPerAgent')}
        onChange={(dailyPerAgent) => onEdit({ dailyPerAgent })}
      />
      <SwitchField
        id="policy-add-to-project"
        label={ACCOUNTS.addToProject}
        text={ACCOUNTS.addToProjectText}
        help={ACCOUNTS.addToProjectHelp}
        isOn={draft.addToProject}
        onChange={(addToProject) => onEdit({ addToProject })}
      />
      <SwitchField
        id="policy-existing-accounts"
        label={ACCOUNTS.existing}
        text={ACCOUNTS.existingText}
        help={ACCOUNTS.existingHelp}
        isOn={draft.existingAccounts}
        onChange={(existingAccounts) => onEdit({ existingAccounts })}
      />
    </Stack>
  );
}
