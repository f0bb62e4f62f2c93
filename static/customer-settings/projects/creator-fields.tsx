import { Heading, Label, Select, Stack } from '@forge/react';

import { FieldProblem } from '../../fields/field-problem';
import { SwitchField } from '../../fields/switch-field';
import { GroupChoice } from './group-choice';
import type { PolicyDraft, PolicyFieldsProps } from './policy-draft';

interface Choice {
  label: string;
  value: PolicyDraft['creators'];
}

const OPTIONS: Choice[] = [
  { label: 'Every agent of the project', value: 'agents' },
  { label: 'Agents who are in certain groups', value: 'groups' },
];

/** Whether customers may be created at all, and by whom. */
export function CreatorFields({ draft, onEdit, problem }: PolicyFieldsProps) {
  return (
    <Stack space="space.200">
      <SwitchField
        id="policy-enabled"
        label="Creating customers"
        text="Let agents create customers in this project"
        help="They find it in the navigation of the project, and their scripts can use the app’s REST API. It takes effect when you save."
        isOn={draft.enabled}
        onChange={(enabled) => onEdit({ enabled })}
      />
      <Heading as="h3" size="small">
        Who may create customers
      </Heading>
      <Stack>
        <Label labelFor="policy-creators">Agents who may create customers</Label>
        <Select
          inputId="policy-creators"
          name="creators"
          options={OPTIONS}
          value={OPTIONS.find(({ value }) => value === draft.creators) ?? null}
          onChange={({ value }: Choice) => onEdit({ creators: value })}
        />
        {draft.creators === 'agents' && <FieldProblem problem={problem('creators')} />}
      </Stack>
      {draft.creators === 'groups' && (
        <GroupChoice groups={draft.groups} problem={problem('creators')} onChange={(groups) => onEdit({ groups })} />
      )}
    </Stack>
  );
}
