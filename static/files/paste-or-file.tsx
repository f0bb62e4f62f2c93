import { Button, HelperMessage, Inline, Stack, Text } from '@forge/react';
import type { ComponentProps } from 'react';

import { CHOSEN_FILE } from '../../src/shared/words/file-frame';
import { FieldProblem } from '../fields/field-problem';
import { PasteField } from '../fields/paste-field';
import { FileFrame } from './file-frame';
import type { Chosen } from './protocol';

interface Props extends Pick<ComponentProps<typeof PasteField>, 'id' | 'label' | 'help' | 'problem' | 'onEdit'> {
  /** The text that the field begins with. With another number of marks it's drawn again, and takes the focus. */
  drawn: { text: string; marks: number };
  /** In the place of pasted text, and what it says of its list. */
  file: (Chosen & { says: string }) | undefined;
  frame: ComponentProps<typeof FileFrame>;
  /** Label of the button that goes back to pasting. */
  pasteInstead: string;
  onPasteInstead: () => void;
}

/** Takes a list, pasted or as a file. */
export function PasteOrFile({ drawn, file, problem, frame, pasteInstead, onPasteInstead, ...field }: Props) {
  return (
    <Stack space="space.050" alignInline="stretch">
      {file === undefined ? (
        <PasteField key={drawn.marks} {...field} initial={drawn.text} problem={problem} takesFocus />
      ) : (
        <ChosenFile file={file} problem={problem} />
      )}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{file?.says ?? ''}</HelperMessage>
      <FileFrame {...frame} />
      {file !== undefined && (
        <Inline>
          <Button onClick={onPasteInstead}>{pasteInstead}</Button>
        </Inline>
      )}
    </Stack>
  );
}

/** Shows a file in the place of pasted text. */
function ChosenFile({ file, problem }: { file: Chosen; problem: string | undefined }) {
  return (
    <Stack space="space.050" alignInline="start">
      <Text weight="medium">{file.name}</Text>
      {file.isGuessed && <Text>{CHOSEN_FILE.guessed}</Text>}
      <FieldProblem problem={problem} />
    </Stack>
  );
}
