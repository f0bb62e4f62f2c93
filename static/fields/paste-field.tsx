import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

import { FieldProblem } from './field-problem';

interface Props {
  id: string;
  label: string;
  help: string;
  /** The initial text. The field keeps its input itself: a long list doesn't travel at every keystroke. */
  initial: string;
  problem: string | undefined;
  /** Takes the focus when it appears. */
  takesFocus: boolean;
  onEdit: (value: string) => void;
}

/** Shows a field into which a list is pasted. Give it another key to fill it anew. */
export function PasteField({ id, label, help, initial, problem, takesFocus, onEdit }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <TextArea
        id={id}
        name={id}
        minimumRows={6}
        defaultValue={initial}
        isInvalid={problem !== undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        onChange={(event) => onEdit(String(event.target.value))}
      />
      <HelperMessage>{help}</HelperMessage>
      <FieldProblem problem={problem} />
    </Stack>
  );
}
