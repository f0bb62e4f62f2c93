import { Stack, Text } from '@forge/react';

import { CHOSEN_FILE } from '../../src/shared/words/file-frame';
import { FieldProblem } from '../fields/field-problem';
import type { Chosen } from './protocol';

interface Props {
  file: Chosen;
  problem: string | undefined;
}

/** Shows a file in the place of pasted text. */
export function ChosenFile({ file, problem }: Props) {
  return (
    <Stack space="space.050" alignInline="start">
      <Text weight="medium">{file.name}</Text>
      {file.isGuessed && <Text>{CHOSEN_FILE.guessed}</Text>}
      <FieldProblem problem={problem} />
    </Stack>
  );
}
