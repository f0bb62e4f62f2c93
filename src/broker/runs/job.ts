import type { ForbiddenReason } from '../../shared/result';
import type { Attempt, Refusal, RefusedSubject } from '../audit/entries';
import type { BrokerPorts, Journal } from '../ports';
import type { Verdict } from '../verdict';
import type { Ending, Found, Performed } from './endings';
import type { Pace } from './pace';

/** The types of one kind of change. */
export interface Kind {
  /** One change to make, as plain data: a queue can carry it. */
  command: unknown;
  /** The stored data about it. */
  stored: unknown;
  /** Atlassian's facts about it. */
  facts: { readAt: number };
  /** Permission for one write, as data. */
  grant: unknown;
  /** The result of a command. */
  value: unknown;
  /** The data that's stored together with an outcome. */
  change: unknown;
}

/** A refused command, as the audit describes it. */
export type RefusedCommand = Omit<Refusal, 'at' | 'reason'>;

/** All commands of one run. */
export type Commands<K extends Kind> = readonly [K['command'], ...K['command'][]];

/** An attempt whose write is sent, and the stored data that it was judged by. */
export interface Sent<K extends Kind> {
  id: string;
  stored: K['stored'];
}

/**
 * Judges, carries out and looks up commands of one kind. It knows the caller and the place; the commands are passed in.
 *
 * An error of `readStored`, `readFacts` or `demand` concerns every command: it ends the rest.
 */
export interface Job<K extends Kind> {
  /** Records attempts and outcomes. Absent: the audit log. */
  journal?: Journal<K['change']>;
  /** Names the next attempt of a command. Absent: a new id. */
  attemptId?(command: K['command']): string;
  /** Reads the stored data again: one request. `batch`: the commands that come next, at most as many as are recorded in one go. */
  readStored(commands: Commands<K>, batch: readonly K['command'][]): Promise<K['stored']>;
  /**
   * Asks Atlassian for all facts that a decision needs. `readAt` is the time of the oldest request.
   *
   * `anew`: earlier answers don't count, however young they are.
   */
  readFacts(commands: Commands<K>, stored: K['stored'], anew: boolean): Promise<K['facts']>;
  /** Throws if every command is forbidden by what is known now. */
  demand?(commands: Commands<K>, stored: K['stored'], facts: K['facts']): void;
  judge(command: K['command'], stored: K['stored'], facts: K['facts']): Verdict<K['grant'], ForbiddenReason>;
  /** Describes one attempt for the audit. */
  entry(grant: K['grant']): Omit<Attempt, 'id' | 'at'>;
  /** Makes one write. */
  perform(grant: K['grant'], attempt: Sent<K>): Promise<Performed<K['value']>>;
  /** Returns the data to store together with the outcome of a write. */
  change?(grant: K['grant'], performed: Performed<K['value']>, attempt: Sent<K>): K['change'] | undefined;
  /** Looks whether the intended state holds, after the answer was lost. Undefined: it doesn't yet. */
  look(grant: K['grant']): Promise<Found<K['value']> | undefined>;
  /** Names the subject of a refusal, as far as Confluence showed it. */
  subject?(facts: K['facts']): RefusedSubject;
  /** Describes a refused command for the audit, as far as Confluence showed what it is about; `known`, if anything was read. Absent: the caller records it. */
  refusal?(this: void, command: K['command'], known?: Pick<Known<K>, 'stored' | 'facts'>): RefusedCommand;
}

/** A job that carries out lines of a run: it describes what is refused. */
export type RunJob<K extends Kind> = Job<K> & Required<Pick<Job<K>, 'refusal'>>;

export type EndingOf<K extends Kind> = Ending<K['value'], ForbiddenReason>;

/** A command whose attempt is on record. */
export interface Recorded<K extends Kind> {
  attempt: Attempt;
  command: K['command'];
  tries: number;
  ending: EndingOf<K>;
  change?: K['change'];
}

/** The data that decides a write. */
export interface Known<K extends Kind> {
  stored: K['stored'];
  facts: K['facts'];
  /** The commands that the facts are about. */
  about: Commands<K>;
}

/** A change in the middle of its commands. */
export interface Run<K extends Kind> {
  ports: BrokerPorts;
  job: Job<K>;
  commands: Commands<K>;
  pace: Pace;
  /** For how many commands facts are read at once, at most. */
  ahead: number;
  /** Facts are read again while writes are under way. */
  readsAhead: boolean;
  /** Those that are on their way. */
  coming?: Promise<Omit<Known<K>, 'stored'>>;
  /** The commands of the batch that's under way. */
  batch: readonly K['command'][];
  /** For the next write. */
  known: Known<K> | undefined;
  endings: Map<K['command'], EndingOf<K>>;
  hasRecorded: boolean;
  /** The thrown error that ends the rest. */
  stoppedBy: unknown;
}
