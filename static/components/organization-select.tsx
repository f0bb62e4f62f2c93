import { HelperMessage, Label, Select, Stack } from '@forge/react';

import type { OrganizationId } from '../../src/shared/ids';
import { FieldProblem } from './field-problem';

interface Organization {
  organizationId: OrganizationId;
  name: string;
}

interface Choice {
  label: string;
  value: OrganizationId;
}

interface Props {
  id: string;
  label: string;
  help?: string;
  organizations: readonly Organization[];
  chosen: readonly OrganizationId[];
  problem: string | undefined;
  onChange: (chosen: OrganizationId[]) => void;
}

/** Chooses several organizations. */
export const OrganizationSelect = ({ id, label, help, organizations, chosen, problem, onChange }: Props) => {
  const options: Choice[] = organizations.map(({ organizationId, name }) => ({ value: organizationId, label: name }));
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        name={id}
        isMulti
        isInvalid={problem !== undefined}
        options={options}
        value={options.filter(({ value }) => chosen.includes(value))}
        onChange={(choices: Choice[]) => onChange(choices.map(({ value }) => value))}
      />
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
      <FieldProblem problem={problem} />
    </Stack>
  );
};
