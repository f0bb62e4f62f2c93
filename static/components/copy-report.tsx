import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

/** The support report, ready to be copied. */
export const CopyReport = ({ report }: { report: string }) => (
  <Stack>
    <Label labelFor="support-report">Report</Label>
    <TextArea
      id="support-report"
      name="support-report"
      isReadOnly
      isMonospaced
      minimumRows={report.split('\n').length + 1}
      value={report}
    />
    <HelperMessage>
      Select all of it and copy it into your ticket. It holds no names, no account ids and no secrets.
    </HelperMessage>
  </Stack>
);
