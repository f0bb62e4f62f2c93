import { SectionMessage } from '@forge/react';

import type { CustomerResult } from '../../src/shared/customers/results';
import { say } from '../../src/shared/words/format';
import { PROGRESS, STANDING } from '../../src/shared/words/queue-page';
import { Folded } from '../feedback/folded';
import type { Done } from '../hooks/batches';
import type { Entry } from './order';
import { PersonLine } from './person-line';
import { resultLines, standing, type Standing } from './result-text';

/** A person who was sent, with their result. */
export type Outcome = Done<Entry, CustomerResult>;

const APPEARANCE = {
  notDone: 'removed',
  notKnown: 'default',
  partly: 'moved',
  done: 'success',
} as const satisfies Record<Standing, string>;
/** Order of results: those that need attention come first. */
const ORDER = ['notDone', 'notKnown', 'partly', 'done'] as const;

interface Props {
  outcomes: readonly Outcome[];
  /** Number of people in all. */
  total: number;
  busy: boolean;
  nameOf: (organizationId: string) => string;
}

/** Shows each person's result, as it comes. */
export function Results({ outcomes, total, busy, nameOf }: Props) {
  const done = doneCount(outcomes);
  const sorted = ORDER.flatMap((sign) => outcomes.filter(({ outcome }) => standing(outcome) === sign));
  return (
    <SectionMessage
      appearance={busy ? 'information' : done === total ? 'success' : 'warning'}
      title={say(PROGRESS.added, { done, total })}
    >
      <Folded>
        {sorted.map(({ item: { item }, outcome }) => (
          <PersonLine
            key={item.email}
            who={item.email}
            name={item.name}
            label={STANDING[standing(outcome)]}
            appearance={APPEARANCE[standing(outcome)]}
            texts={resultLines(outcome, nameOf)}
          />
        ))}
      </Folded>
    </SectionMessage>
  );
}

/** Counts the people for whom everything is done. */
export function doneCount(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ outcome }) => standing(outcome) === 'done').length;
}

/** Counts the accounts that were created. */
export function createdCount(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ outcome }) => outcome.account.outcome === 'created').length;
}
