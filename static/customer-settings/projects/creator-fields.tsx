import { Heading, Label, Select, Stack } from '@forge/react';

import { CREATORS } from '../../../src/shared/words/customer-settings';
import { FieldProblem } from '../../fields/field-problem';
import { SwitchField } from '../../fields/switch-field';
import { GroupChoice } from './group-choice';
import type { PolicyDraft, PolicyFieldsProps } from './policy-draft';

interface Choice {
  label: string;
  value: PolicyDraft['creators'];
}

const OPTIONS: Choice[] = [
  { label: CREATORS.agents, value: 'agents' },
  { label: CREATORS.groups, value: 'groups' },
];

/** Sets whether customers can be created, and who can create them. */
export function CreatorFields({ draft, onEdit, problem }: PolicyFieldsProps) {
  return (
    <Stack space="space.200">
      <SwitchField
        id="policy-enabled"
        label={CREATORS.switch}
        text={CREATORS.switchText}
        help={CREATORS.switchHelp}
        isOn={draft.enabled}
        onChange={(enabled) => onEdit({ enabled })}
      />
      <Heading as="h3" size="small">
        {CREATORS.title}
      </Heading>
      <Stack>
        <Label labelFor="policy-creators">{CREATORS.label}</Label>
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
