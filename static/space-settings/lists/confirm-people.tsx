import { Button, Checkbox, Inline, Stack, Text, User } from '@forge/react';

import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import type { SortedLines } from './decisions';
import { Paged } from './paged';

interface Props {
  lines: SortedLines['confirm'];
  confirmed: ReadonlySet<number>;
  onConfirm: (numbers: readonly number[], isTheirs: boolean) => void;
}

/** Asks whether the accounts that were found are meant. Only people on show can be confirmed together. */
export function ConfirmPeople({ lines, confirmed, onConfirm }: Props) {
  return (
    <Stack space="space.100">
      <Text>{FOUND_PEOPLE.confirmHelp}</Text>
      <Paged items={lines}>
        {(page) => {
          const open = page.map(({ item }) => item.number).filter((number) => !confirmed.has(number));
          return (
            <Stack space="space.100" alignInline="start">
              {page.map((line) => (
                <Candidate
                  key={line.item.number}
                  line={line}
                  isConfirmed={confirmed.has(line.item.number)}
                  onConfirm={onConfirm}
                />
              ))}
              {open.length > 0 && (
                <Button onClick={() => onConfirm(open, true)}>
                  {say(FOUND_PEOPLE.confirmPage, { n: open.length })}
                </Button>
              )}
            </Stack>
          );
        }}
      </Paged>
    </Stack>
  );
}

interface CandidateProps {
  line: SortedLines['confirm'][number];
  isConfirmed: boolean;
  onConfirm: Props['onConfirm'];
}

function Candidate({ line: { item, outcome }, isConfirmed, onConfirm }: CandidateProps) {
  return (
    <Inline space="space.150" alignBlock="center" shouldWrap>
      <Checkbox
        label={say(FOUND_PEOPLE.confirmOne, { text: item.text })}
        isChecked={isConfirmed}
        onChange={() => onConfirm([item.number], !isConfirmed)}
      />
      <User accountId={outcome.accountId} />
      <Text color="color.text.subtle">{FOUND_PEOPLE[outcome.how]}</Text>
    </Inline>
  );
}
