// Who does the same work on the same site, and what came of it by the site's own account.
import type { Prepared } from '../journey';

/** Tells of one thing that was to be done how it ended, as its contender sees it. */
export interface Told {
  /** The person's accountId or email. */
  who: string;
  /** Undefined: it says that it doesn't know. */
  isDone: boolean | undefined;
}

export interface Contender {
  name: string;
  /** Does the work; each piece of it is told. */
  work: (prepared: Prepared) => Promise<Told[]>;
}

/** Tells what came of the work. */
export interface Outcome {
  name: string;
  ms: number;
  calls: number;
  /** They aren't there, whatever was told. */
  missing: number;
  /** They were told to be there and aren't, or the other way around. */
  toldWrongly: number;
  /** Writes that were sent again although they had been done. */
  repeated: number;
}
