import type { ForbiddenReason } from '../../shared/result';
import type { Attempt, RefusedSubject } from '../audit/entries';
import type { BrokerPorts } from '../ports';
import type { Verdict } from '../verdict';
import type { Ending, Found, Performed } from './endings';

/** The types of one kind of change. */
export interface Kind {
  /** One thing to be done, as plain data: a queue can carry it. */
  command: unknown;
  /** What the app stores about it. */
  stored: unknown;
  /** What Atlassian says about it. */
  facts: { readAt: number };
  /** Permission for one write, as data. */
  grant: unknown;
  /** What a command comes to. */
  value: unknown;
}

/** All commands of one run. */
export type Commands<K extends Kind> = readonly [K['command'], ...K['command'][]];

/** A command that may not be carried out. */
export interface Refused<K extends Kind> {
  command: K['command'];
  reason: ForbiddenReason;
}

/**
 * How commands of one kind are judged, carried out and looked at. It knows who asks and where; what they ask for is handed over.
 *
 * What `readStored`, `readFacts` and `demand` throw concerns every command: it ends whatever is left.
 */
export interface Job<K extends Kind> {
  /** Reads what the app stores, anew: one request. */
  readStored(commands: Commands<K>): Promise<K['stored']>;
  /**
   * Asks Atlassian for all that a decision needs. `readAt`: when the oldest part of it was asked for.
   *
   * `anew`: what is known from before does not count, however young it is.
   */
  readFacts(commands: Commands<K>, stored: K['stored'], anew: boolean): Promise<K['facts']>;
  /** Throws what stands against every command, by what is known now. */
  demand?(commands: Commands<K>, stored: K['stored'], facts: K['facts']): void;
  judge(command: K['command'], stored: K['stored'], facts: K['facts']): Verdict<K['grant'], ForbiddenReason>;
  /** Describes one attempt for the audit. */
  entry(grant: K['grant']): Omit<Attempt, 'id' | 'at'>;
  /** Makes one write. */
  perform(grant: K['grant'], attempt: { id: string; stored: K['stored'] }): Promise<Performed<K['value']>>;
  /** Looks whether what was wished for holds, after the answer was lost. Undefined: it does not, and may yet. */
  look(grant: K['grant']): Promise<Found<K['value']> | undefined>;
  /** Names what a refusal is about, as far as Confluence has shown it. */
  subject?(facts: K['facts']): RefusedSubject;
  /** Records that commands were refused. Absent: whoever asked does. */
  refused?(refused: readonly Refused<K>[], about: RefusedSubject): Promise<void>;
}

export type EndingOf<K extends Kind> = Ending<K['value'], ForbiddenReason>;

/** A command whose attempt is on record. */
export interface Recorded<K extends Kind> {
  attempt: Attempt;
  command: K['command'];
  tries: number;
  ending: EndingOf<K>;
}

/** What a write is judged by. */
export interface Known<K extends Kind> {
  stored: K['stored'];
  facts: K['facts'];
}

/** A change in the middle of its commands. */
export interface Run<K extends Kind> {
  ports: BrokerPorts;
  job: Job<K>;
  commands: Commands<K>;
  /** For the next write. */
  known: Known<K> | undefined;
  endings: Map<K['command'], EndingOf<K>>;
  hasRecorded: boolean;
  /** What ends the rest, as it was thrown. */
  stoppedBy: unknown;
}
