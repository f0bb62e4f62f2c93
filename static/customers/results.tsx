import { Button, SectionMessage, Stack, Text } from '@forge/react';

import type { CustomerResult } from '../../src/shared/customer-results';
import type { TypedPerson } from './parse-people';
import { PersonLine } from './person-line';
import { mayTryAgain, resultLines, standing } from './result-text';

/** One person, and what became of him. */
export interface Outcome {
  person: TypedPerson;
  result: CustomerResult;
}

const SIGN = {
  done: { label: 'Done', appearance: 'success' },
  partly: { label: 'Partly done', appearance: 'moved' },
  notKnown: { label: 'Not known', appearance: 'default' },
  notDone: { label: 'Not done', appearance: 'removed' },
} as const;

/** For how many people everything is done. */
export const doneCount = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ result }) => standing(result) === 'done').length;

interface Props {
  outcomes: readonly Outcome[];
  nameOf: (organizationId: string) => string;
  onTryAgain: (people: TypedPerson[]) => void;
}

/** What became of each person, step by step, and a way to try the rest again. */
export const Results = ({ outcomes, nameOf, onTryAgain }: Props) => {
  const done = doneCount(outcomes);
  const created = outcomes.filter(({ result }) => result.account.outcome === 'created').length;
  const open = outcomes.filter(({ result }) => mayTryAgain(result)).map(({ person }) => person);
  return (
    <SectionMessage
      appearance={done === outcomes.length ? 'success' : 'warning'}
      title={`${String(done)} of ${String(outcomes.length)} done`}
    >
      <Stack space="space.150" alignInline="start">
        <Text>{`New accounts: ${String(created)}.`}</Text>
        {outcomes.map(({ person, result }) => (
          <PersonLine
            key={person.line}
            person={person}
            {...SIGN[standing(result)]}
            texts={resultLines(result, nameOf)}
          />
        ))}
        {open.length > 0 && <Button onClick={() => onTryAgain(open)}>Try the rest again</Button>}
      </Stack>
    </SectionMessage>
  );
};
