import { Inline, Stack, Text, User } from '@forge/react';

import { FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { REASONS } from '../../../src/shared/words/reasons';
import { Section } from '../../feedback/section';
import type { SortedLines } from './decisions';
import type { LineProblem } from './list-lines';
import { Paged } from './paged';

interface Props {
  sorted: SortedLines;
  problems: readonly LineProblem[];
}

/** Lists the lines that nothing is done for, by why. */
export function LeftOut({ sorted: { none, cantBeAdded, notLookedUp }, problems }: Props) {
  return (
    <>
      {none.length > 0 && (
        <Section title={say(FOUND_PEOPLE.none, { n: none.length })}>
          <Lines lines={none.map(({ item }) => item)} />
        </Section>
      )}
      {cantBeAdded.length > 0 && (
        <Section title={say(FOUND_PEOPLE.cantBeAdded, { n: cantBeAdded.length })}>
          <Refused lines={cantBeAdded} />
        </Section>
      )}
      {notLookedUp.length > 0 && (
        <Section title={say(FOUND_PEOPLE.notLookedUp, { n: notLookedUp.length })}>
          <Lines lines={notLookedUp.map(({ item }) => item)} />
        </Section>
      )}
      {problems.length > 0 && (
        <Section title={say(FOUND_PEOPLE.notUnderstood, { n: problems.length })}>
          <Lines lines={problems.map(({ line, problem }) => ({ line, text: problem }))} />
        </Section>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly { line: number; text: string }[] }) {
  return (
    <Paged items={lines}>
      {(page) =>
        page.map((one, index) => (
          <Text key={`${String(one.line)}-${String(index)}`}>{say(FOUND_PEOPLE.line, one)}</Text>
        ))
      }
    </Paged>
  );
}

function Refused({ lines }: { lines: SortedLines['cantBeAdded'] }) {
  return (
    <Paged items={lines}>
      {(page) =>
        page.map(({ item, outcome: { accountId, why } }) => (
          <Stack key={item.number}>
            <Inline space="space.100" alignBlock="center" shouldWrap>
              <Text>{say(FOUND_PEOPLE.line, item)}</Text>
              <User accountId={accountId} />
            </Inline>
            <Text color="color.text.subtle">{`${REASONS[why].why} ${REASONS[why].help}`}</Text>
          </Stack>
        ))
      }
    </Paged>
  );
}
