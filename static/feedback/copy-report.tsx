import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

import { CONTROLS } from '../../src/shared/words/controls';

interface Props {
  /** Id of the field. */
  id: string;
  label: string;
  report: string;
  /** Absent: it's for a ticket. */
  help?: string;
}

/** Shows a text, ready to be copied. */
export function CopyReport({ id, label, report, help = CONTROLS.copyReport }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <TextArea id={id} name={id} isReadOnly isMonospaced minimumRows={rowsOf(report)} value={report} />
      <HelperMessage>{help}</HelperMessage>
    </Stack>
  );
}

/** Characters of a row in a narrow window. */
const A_ROW = 72;

/** Counts the rows that a text fills in a narrow window, and one more. */
function rowsOf(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / A_ROW)), 1);
}
