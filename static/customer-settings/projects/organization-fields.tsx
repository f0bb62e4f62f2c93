import { Heading, HelperMessage, Label, Select, Stack, Text } from '@forge/react';

import { ORGANIZATIONS } from '../../../src/shared/words/customer-settings';
import { FieldProblem } from '../../fields/field-problem';
import { OrganizationSelect } from '../../fields/organization-select';
import type { LoadedOrganizations } from '../../hooks/use-organizations';
import type { PolicyDraft, PolicyFieldsProps } from './policy-draft';

interface Choice {
  label: string;
  value: PolicyDraft['organizations'];
}

const OPTIONS: Choice[] = [
  { label: ORGANIZATIONS.none, value: 'none' },
  { label: ORGANIZATIONS.ofProject, value: 'ofProject' },
  { label: ORGANIZATIONS.listed, value: 'listed' },
];

/** Sets the organizations that customers can be added to. */
export function OrganizationFields({
  draft,
  onEdit,
  problem,
  organizations,
}: PolicyFieldsProps & { organizations: LoadedOrganizations }) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {ORGANIZATIONS.title}
      </Heading>
      <Stack>
        <Label labelFor="policy-organizations">{ORGANIZATIONS.label}</Label>
        <Select
          inputId="policy-organizations"
          name="organizations"
          options={OPTIONS}
          value={OPTIONS.find(({ value }) => value === draft.organizations) ?? null}
          onChange={({ value }: Choice) => onEdit({ organizations: value })}
        />
        <HelperMessage>{ORGANIZATIONS.help}</HelperMessage>
        {draft.organizations !== 'listed' && <FieldProblem problem={problem('organizations')} />}
      </Stack>
      {draft.organizations === 'listed' && organizations.all.length === 0 && <Text>{ORGANIZATIONS.noneYet}</Text>}
      {draft.organizations === 'listed' && (
        <OrganizationSelect
          id="policy-listed-organizations"
          label={ORGANIZATIONS.listed}
          organizations={organizations}
          chosen={draft.listed}
          problem={problem('organizations')}
          onChange={(listed) => onEdit({ listed })}
        />
      )}
    </Stack>
  );
}
