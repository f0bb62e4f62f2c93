import { Stack, Text } from '@forge/react';

import { CHOSEN_FILE } from '../../../src/shared/words/file-frame';
import { say } from '../../../src/shared/words/format';
import { FieldProblem } from '../../fields/field-problem';
import type { ChosenList } from '../../files/protocol';

interface Props {
  file: ChosenList;
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

/** Says how many people a file names. */
export function fileText({ name, list: { people } }: ChosenList): string {
  return say(CHOSEN_FILE.people, { name, n: people.length, count: people.length.toLocaleString('en-US') });
}
