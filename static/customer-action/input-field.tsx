import { HelperMessage, Label, RequiredAsterisk, Stack, Textfield } from '@forge/react';

import { FieldProblem } from '../fields/field-problem';
import { INPUT_TEXT } from './inputs';
import type { InputName } from './inputs';

interface Props {
  name: InputName;
  /** As it is typed. */
  value: string;
  problem: string | undefined;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** Shows one input of the action. */
export function InputField({ name, value, problem, isDisabled, onChange }: Props) {
  const { label, help, missing } = INPUT_TEXT[name];
  const id = `customer-action-${name}`;
  return (
    <Stack>
      <Label labelFor={id}>
        {label}
        {missing !== undefined && <RequiredAsterisk />}
      </Label>
      <Textfield
        id={id}
        name={name}
        value={value}
        isDisabled={isDisabled}
        isInvalid={problem !== undefined}
        onChange={(event) => onChange(String(event.target.value))}
      />
      <HelperMessage>{help}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}
