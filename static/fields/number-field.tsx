import { HelperMessage, Label, Stack, Textfield } from '@forge/react';

import { CONTROLS } from '../../src/shared/words/controls';
import { FieldProblem } from './field-problem';

interface Props {
  id: string;
  name: string;
  label: string;
  help: string;
  /** As it is typed. */
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** Says what is wrong with a number as it’s typed, before anything is sent. Whether it’s too big is for the back end to say. */
export function numberProblem(text: string): string | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? undefined : CONTROLS.wholeNumber;
}

/** Shows a field for a whole number. */
export function NumberField({ id, name, label, help, value, problem, onChange }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        name={name}
        width="small"
        value={value}
        isInvalid={problem !== undefined}
        onChange={(event) => onChange(String(event.target.value))}
      />
      <HelperMessage>{help}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}
