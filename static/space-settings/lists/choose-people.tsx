import { Checkbox, Inline, Stack, Text, User } from '@forge/react';

import type { AccountId } from '../../../src/shared/ids';
import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import type { SortedLines } from './decisions';
import { Paged } from './paged';

interface Props {
  lines: SortedLines['choose'];
  chosen: ReadonlyMap<number, AccountId>;
  onChoose: (number: number, accountId: AccountId | undefined) => void;
}

/** Asks which of several accounts a line means. */
export function ChoosePeople({ lines, chosen, onChoose }: Props) {
  return (
    <Stack space="space.100">
      <Text>{FOUND_PEOPLE.chooseHelp}</Text>
      <Paged items={lines}>
        {(page) => (
          <Stack space="space.200">
            {page.map((line) => (
              <Candidates
                key={line.item.number}
                line={line}
                chosen={chosen.get(line.item.number)}
                onChoose={(accountId) => onChoose(line.item.number, accountId)}
              />
            ))}
          </Stack>
        )}
      </Paged>
    </Stack>
  );
}

interface CandidatesProps {
  line: SortedLines['choose'][number];
  chosen: AccountId | undefined;
  onChoose: (accountId: AccountId | undefined) => void;
}

function Candidates({ line: { item, outcome }, chosen, onChoose }: CandidatesProps) {
  return (
    <Stack space="space.050">
      <Text weight="medium">{say(FOUND_PEOPLE.line, item)}</Text>
      {outcome.accountIds.map((accountId, index) => (
        <Inline key={accountId} space="space.150" alignBlock="center" shouldWrap>
          <Checkbox
            label={say(FOUND_PEOPLE.chooseOne, { number: index + 1, text: item.text })}
            isChecked={chosen === accountId}
            onChange={() => onChoose(chosen === accountId ? undefined : accountId)}
          />
          <User accountId={accountId} />
        </Inline>
      ))}
      {outcome.more === true && <Text color="color.text.subtle">{FOUND_PEOPLE.others}</Text>}
    </Stack>
  );
}
