import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

interface Props {
  /** Of the field. */
  id: string;
  label: string;
  report: string;
}

/** A text for a ticket, ready to be copied. */
export function CopyReport({ id, label, report }: Props) {
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <TextArea id={id} name={id} isReadOnly isMonospaced minimumRows={report.split('\n').length + 1} value={report} />
      <HelperMessage>
        Select all of it and copy it into your ticket. It holds no names, no account ids and no secrets.
      </HelperMessage>
    </Stack>
  );
}
