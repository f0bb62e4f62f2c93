import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

import { FieldProblem } from './field-problem';

interface Props {
  id: string;
  name: string;
  label: string;
  help: string;
  rows?: number;
  /** As it is typed. */
  value: string;
  problem: string | undefined;
  /** Takes the focus after it was filled. */
  takesFocus?: boolean;
  onChange: (value: string) => void;
}

/** Shows a field for a list, one item a line. */
export function LinesField({ id, name, label, help, rows = 4, value, problem, takesFocus = false, onChange }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <TextArea
        id={id}
        name={name}
        minimumRows={rows}
        value={value}
        isInvalid={problem !== undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        onChange={(event) => onChange(String(event.target.value))}
      />
      <HelperMessage>{help}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}

/** Returns the lines of a text that hold anything, without blanks around them. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
