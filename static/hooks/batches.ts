import type { Failure } from '../api';

/** An item that was sent, with its outcome. */
export interface Done<Item, Outcome> {
  item: Item;
  outcome: Outcome;
}

/** Gives the reason why a list ended before all of it was sent. */
export type Ended<Outcome> =
  | { why: 'stopped' }
  | { why: 'failed'; failure: Failure }
  /** The outcome of one item holds for all that are left. */
  | { why: 'outcome'; outcome: Outcome };

/** Holds the progress of a list that is sent in batches. */
export interface Course<Item, Outcome> {
  done: Done<Item, Outcome>[];
  left: Item[];
  ended?: Ended<Outcome>;
}

/** Tells what an outcome means for the rest. `again`: the item wasn't tried, and goes with the next batch. */
export type Meaning = 'done' | 'again' | 'endsAll';

/**
 * Returns the progress of a list after its next items had these outcomes, in order.
 *
 * A batch in which nothing was tried ends the list, so that it doesn't go on forever.
 */
export function afterBatch<Item, Outcome>(
  { done, left }: Course<Item, Outcome>,
  outcomes: readonly Outcome[],
  meaningOf: (outcome: Outcome) => Meaning,
): Course<Item, Outcome> {
  const sent = outcomes.flatMap((outcome, index): Done<Item, Outcome>[] => {
    const item = left[index];
    return item === undefined ? [] : [{ item, outcome }];
  });
  const again = sent.filter(({ outcome }) => meaningOf(outcome) === 'again');
  const next = {
    done: [...done, ...sent.filter((one) => !again.includes(one))],
    left: [...again.map(({ item }) => item), ...left.slice(sent.length)],
  };
  const ending = sent.find(({ outcome }) => meaningOf(outcome) === 'endsAll')?.outcome;
  if (next.left.length === 0) return next;
  if (ending !== undefined) return { ...next, ended: { why: 'outcome', outcome: ending } };
  return again.length < sent.length ? next : { ...next, ended: nothingTried(again) };
}

function nothingTried<Item, Outcome>([first]: readonly Done<Item, Outcome>[]): Ended<Outcome> {
  return first === undefined
    ? { why: 'failed', failure: { code: 'NO_ANSWER' } }
    : { why: 'outcome', outcome: first.outcome };
}
