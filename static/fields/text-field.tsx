import { HelperMessage, Label, Stack, Textfield } from '@forge/react';

import { FieldProblem } from './field-problem';

interface Props {
  id: string;
  name: string;
  label: string;
  help: string;
  /** As it is typed. */
  value: string;
  problem: string | undefined;
  /** Absent: as wide as the form. */
  width?: 'small';
  onChange: (value: string) => void;
}

/** Shows a field for a line of text. */
export function TextField({ id, name, label, help, value, problem, width, onChange }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        name={name}
        value={value}
        isInvalid={problem !== undefined}
        onChange={(event) => onChange(String(event.target.value))}
        {...(width !== undefined && { width })}
      />
      <HelperMessage>{help}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}
