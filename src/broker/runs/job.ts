import type { ForbiddenReason } from '../../shared/result';
import type { Attempt, RefusedSubject } from '../audit/entries';
import type { BrokerPorts } from '../ports';
import type { Verdict } from '../verdict';
import type { Ending, Found, Performed } from './endings';

/** The types of one kind of change. */
export interface Kind {
  /** One thing to be done, such as a person to be added. */
  line: unknown;
  /** What the app stores about it. */
  stored: unknown;
  /** What Atlassian says about it. */
  facts: { readAt: number };
  /** Leave for one write. */
  grant: unknown;
  /** What a line comes to. */
  value: unknown;
}

/**
 * One kind of change, made on some lines.
 *
 * What `readStored`, `readFacts` and `demand` throw concerns every line: it ends whatever is left.
 */
export interface Job<K extends Kind> {
  /** Reads what the app stores, anew: one request. */
  readStored(): Promise<K['stored']>;
  /**
   * Asks Atlassian for all that a decision needs. `askedAt`: when the oldest part of it was asked for.
   *
   * `anew`: what is known from before does not count, however young it is.
   */
  readFacts(stored: K['stored'], anew: boolean): Promise<K['facts']>;
  /** Throws what stands against every line, by what is known now. */
  demand?(stored: K['stored'], facts: K['facts']): void;
  judge(line: K['line'], stored: K['stored'], facts: K['facts']): Verdict<K['grant'], ForbiddenReason>;
  /** The audit entry of one attempt. */
  entry(line: K['line'], grant: K['grant']): Omit<Attempt, 'id' | 'at'>;
  /** Makes one write. */
  perform(grant: K['grant'], attempt: { id: string; stored: K['stored'] }): Promise<Performed<K['value']>>;
  /** Looks whether what was wished for holds, after the answer was lost. Absent: it does not, and may yet. */
  look(grant: K['grant']): Promise<Found<K['value']> | undefined>;
  /** What a refusal is about, as far as Confluence has shown it. */
  subject?(): RefusedSubject;
  /** Records that lines were refused for these reasons. Absent: whoever asked does. */
  refused?(...reasons: ForbiddenReason[]): Promise<void>;
}

export type EndingOf<K extends Kind> = Ending<K['value'], ForbiddenReason>;

/** A line whose attempt is on record. */
export interface Recorded<K extends Kind> {
  attempt: Attempt;
  line: K['line'];
  tries: number;
  ending: EndingOf<K>;
}

/** A change in the middle of its lines. */
export interface Run<K extends Kind> {
  ports: BrokerPorts;
  job: Job<K>;
  /** What the next write is judged by. */
  known: { stored: K['stored']; facts: K['facts'] } | undefined;
  endings: Map<K['line'], EndingOf<K>>;
  hasRecorded: boolean;
  /** What ends the rest, as it was thrown. */
  stoppedBy: unknown;
}
