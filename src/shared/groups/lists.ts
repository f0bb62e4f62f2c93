// Lists of people that somebody brings to a space.
import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from '../field-problems';
import { AccountId } from '../ids';
import { MAX_PEOPLE } from '../limits';
import type { ErrorCode, ForbiddenReason } from '../result';

/** The forms of what a line can name a person by. No invisible characters: they would be searched for. Joiners between letters are part of how a name is spelled. */
const FORMS = {
  accountId: AccountId,
  email: z.string().check(z.regex(/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u)),
  name: z.string().check(z.regex(/^(?:[^\p{C}]|(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}]))+$/u)),
} as const;

const listedPerson = z
  .strictObject({
    /** The number of the line, by which it is answered. */
    line: z.int().check(z.minimum(0), z.maximum(100_000)),
    text: z
      .string()
      .check(z.trim(), z.minLength(1, FIELD_PROBLEMS.listedPerson), z.maxLength(255, FIELD_PROBLEMS.listedPerson)),
    kind: z.enum(['accountId', 'email', 'name']),
  })
  .check(
    z.refine(({ text, kind }) => FORMS[kind].safeParse(text).success, {
      path: ['text'],
      message: FIELD_PROBLEMS.listedPerson,
    }),
  );
export type ListedPerson = z.infer<typeof listedPerson>;

/** Accepts lines of a list whose people are to be found. */
export const peopleToResolve = z.strictObject({
  people: z.array(listedPerson).check(
    z.minLength(1, FIELD_PROBLEMS.pickSome),
    z.maxLength(MAX_PEOPLE, FIELD_PROBLEMS.pickAtMost),
    z.refine((people) => new Set(people.map(({ line }) => line)).size === people.length, FIELD_PROBLEMS.lineTwice),
  ),
});

/** Tells whom a line names. */
export type LineVerdict =
  | { is: 'found'; accountId: AccountId }
  /** Somebody must confirm it. `probable`: Jira found an account by this email, which it hides; `suggested`: by a name. */
  | { is: 'confirm'; accountId: AccountId; how: 'probable' | 'suggested' }
  /** At most 10 accounts. `more`: there are others. */
  | { is: 'choose'; accountIds: AccountId[]; more?: true }
  | { is: 'none' }
  | { is: 'cantBeAdded'; accountId: AccountId; why: ForbiddenReason }
  /** Nobody was searched for: emails can't be looked up, or `stoppedBy` says why. */
  | { is: 'notLookedUp' };

export interface ResolvedPeople {
  /** One verdict for each line, in the order of the request. */
  people: { line: number; verdict: LineVerdict }[];
  /** Tells how it went with emails. Absent: no line has one, or it couldn't be found out. */
  emails?: 'lookedUp' | 'jiraNotConnected' | 'mayNotSearch';
  /** The reason why some lines weren't looked up. They can be sent again. */
  stoppedBy?: { code: ErrorCode; retryAfterSeconds?: number };
}
