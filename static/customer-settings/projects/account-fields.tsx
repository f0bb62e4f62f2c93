import { Heading, Stack } from '@forge/react';

import { NumberField } from '../../fields/number-field';
import { SwitchField } from '../../fields/switch-field';
import type { PolicyFieldsProps } from './policy-draft';

interface Props extends PolicyFieldsProps {
  /** When counting starts again, as the reader writes it. */
  resets: string;
}

/** How many accounts, of which kind, and what they get. */
export function AccountFields({ draft, onEdit, problem, resets }: Props) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        Accounts
      </Heading>
      <NumberField
        id="policy-daily-per-agent"
        name="dailyPerAgent"
        label="New accounts a day for each agent"
        help={`Resets ${resets}. The daily quota of the site holds as well.`}
        value={draft.dailyPerAgent}
        problem={problem('dailyPerAgent')}
        onChange={(dailyPerAgent) => onEdit({ dailyPerAgent })}
      />
      <SwitchField
        id="policy-add-to-project"
        label="Customers of the service project"
        text="Add everybody to the customers of this service project"
        help="They can then raise requests in its portal, also where the portal is for its customers only."
        isOn={draft.addToProject}
        onChange={(addToProject) => onEdit({ addToProject })}
      />
      <SwitchField
        id="policy-existing-accounts"
        label="People who have an Atlassian account"
        text="Let people who have an Atlassian account be added"
        help="Colleagues, for instance. Nothing is created for them: they are added to the service project and to organizations, and can see there what customers see. Off: portal customers only."
        isOn={draft.existingAccounts}
        onChange={(existingAccounts) => onEdit({ existingAccounts })}
      />
    </Stack>
  );
}
