import { Heading, HelperMessage, Label, Select, Stack, Text } from '@forge/react';

import { FieldProblem } from '../../fields/field-problem';
import { OrganizationSelect } from '../../fields/organization-select';
import type { LoadedOrganizations } from '../../hooks/use-organizations';
import type { PolicyDraft, PolicyFieldsProps } from './policy-draft';

interface Choice {
  label: string;
  value: PolicyDraft['organizations'];
}

const OPTIONS: Choice[] = [
  { label: 'None', value: 'none' },
  { label: 'Every organization of the project', value: 'ofProject' },
  { label: 'Certain organizations', value: 'listed' },
];

/** To which organizations customers may be added. */
export function OrganizationFields({
  draft,
  onEdit,
  problem,
  organizations,
}: PolicyFieldsProps & { organizations: LoadedOrganizations }) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        Organizations
      </Heading>
      <Stack>
        <Label labelFor="policy-organizations">Organizations that customers may be added to</Label>
        <Select
          inputId="policy-organizations"
          name="organizations"
          options={OPTIONS}
          value={OPTIONS.find(({ value }) => value === draft.organizations) ?? null}
          onChange={({ value }: Choice) => onEdit({ organizations: value })}
        />
        <HelperMessage>
          The app adds customers to organizations with the agent’s own rights: whoever may not do so in Jira can’t do it
          here.
        </HelperMessage>
        {draft.organizations !== 'listed' && <FieldProblem problem={problem('organizations')} />}
      </Stack>
      {draft.organizations === 'listed' && organizations.all.length === 0 && (
        <Text>This project has no organizations yet. Add them in the project, then reload this page.</Text>
      )}
      {draft.organizations === 'listed' && (
        <OrganizationSelect
          id="policy-listed-organizations"
          label="Certain organizations"
          organizations={organizations}
          chosen={draft.listed}
          problem={problem('organizations')}
          onChange={(listed) => onEdit({ listed })}
        />
      )}
    </Stack>
  );
}
