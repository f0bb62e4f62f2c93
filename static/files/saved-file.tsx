import { HelperMessage, Label, Stack, TextArea } from '@forge/react';
import { useState } from 'react';

import { FILE_FRAME } from '../../src/shared/words/file-frame';
import { say } from '../../src/shared/words/format';
import { Pager } from '../feedback/pager';
import { FileFrame } from './file-frame';

interface Props {
  id: string;
  label: string;
  /** Name of the file, without its ending. */
  name: string;
  ending?: 'csv' | 'jsonl';
  /** Pieces of a text that is too long for one field are copied one after the other. */
  text: string | readonly string[];
}

/** Offers a file: to save it, and to copy it where a Frame can't save files. */
export function SavedFile({ id, label, name, ending = 'csv', text }: Props) {
  const pieces = typeof text === 'string' ? [text] : text;
  const [at, setAt] = useState(0);
  return (
    <Stack space="space.100">
      <FileFrame task={{ what: 'download', name: `${fileNameOf(name)}.${ending}`, text }} />
      <Stack>
        <Label labelFor={id}>
          {pieces.length === 1 ? label : say(FILE_FRAME.piece, { label, n: at + 1, all: pieces.length })}
        </Label>
        {/* The button that led here is gone; what is to be copied takes the focus. */}
        <TextArea
          id={id}
          name={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          isReadOnly
          isMonospaced
          minimumRows={8}
          value={pieces[at] ?? ''}
        />
        <HelperMessage>{ending === 'csv' ? FILE_FRAME.copyTable : FILE_FRAME.copyText}</HelperMessage>
      </Stack>
      <Pager
        previousLabel={FILE_FRAME.previousPiece}
        nextLabel={FILE_FRAME.nextPiece}
        onPrevious={at > 0 ? () => setAt(at - 1) : undefined}
        onNext={at < pieces.length - 1 ? () => setAt(at + 1) : undefined}
      />
    </Stack>
  );
}

/** Returns a name that every system takes. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}
