import { HelperMessage, Label, Stack, TextArea } from '@forge/react';

import { FILE_FRAME } from '../../src/shared/words/file-frame';
import { FileFrame } from './file-frame';

interface Props {
  id: string;
  label: string;
  /** Name of the file, without its ending. */
  name: string;
  text: string;
}

/** Offers a CSV file: to save it, and to copy it where a Frame can't save files. */
export function SavedFile({ id, label, name, text }: Props) {
  return (
    <Stack space="space.100">
      <FileFrame task={{ what: 'download', name: `${fileNameOf(name)}.csv`, text }} />
      <Stack>
        <Label labelFor={id}>{label}</Label>
        {/* The button that led here is gone; what is to be copied takes the focus. */}
        <TextArea
          id={id}
          name={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          isReadOnly
          isMonospaced
          minimumRows={8}
          value={text}
        />
        <HelperMessage>{FILE_FRAME.copy}</HelperMessage>
      </Stack>
    </Stack>
  );
}

/** Returns a name that every system takes. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}
