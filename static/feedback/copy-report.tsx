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
      <TextArea id={id} name={id} isReadOnly isMonospaced minimumRows={report.split('\n').length + 1} value={report} />
      <HelperMessage>{help}</HelperMessage>
    </Stack>
  );
}
