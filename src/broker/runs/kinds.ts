import type { AuditFound } from '../audit/entries';
import type { BrokerPorts } from '../ports';
import type { Kind, RunJob } from './job';
import type { RequesterId } from './requester';
import type { StoredRun } from './stored-run';

/** The identity that carries a run on: its author, present and proved when the call began; the author, absent; or the app itself. */
export type Actor<Begun> = { begun: Begun } | { requester: RequesterId } | 'app';

/** The result of a look at a line whose answer was lost. */
export interface LookedAt {
  /** The state that the line is to bring about holds now. */
  holds: boolean;
  found: AuditFound;
}

/** The attempt with which a line succeeded, and what was kept of it for an undo. */
interface DoneLine {
  attemptId: string;
  undo: unknown;
}

/** A kind of runs: what a product brings. */
export interface RunKind<Ports extends BrokerPorts = BrokerPorts, Begun = unknown> {
  /** The word that its runs are stored with. */
  product: string;
  /** `stored`: its lines change only what is stored, together with their attempts and outcomes, so no answer is ever lost. */
  effect: 'atlassian' | 'stored';
  /** Its runs need their author's proof of being a site admin, at most an hour old at each line. */
  needsSiteAdmin?: true;
  /** For how many lines facts are read at once, at most: fewer if answers are slow. */
  ahead: number;
  /** Time in which a plan may be applied. */
  lapsesAfterMs: number;
  /** Returns the job that carries lines out: their commands are its commands. */
  job(ports: Ports, run: StoredRun, actor: Actor<Begun>, commands: readonly unknown[]): RunJob<Kind>;
  /** Looks whether the state that each of these commands is to bring about holds now; at most ten. Undefined: it can't be found out now. Absent where the effect is stored. */
  look?(ports: Ports, commands: readonly unknown[]): Promise<(LookedAt | undefined)[]>;
  /** Returns the command that takes back a line which succeeded. */
  inverse(command: unknown, done: DoneLine): unknown;
  /** Says that this number is to be typed before a plan is applied. */
  typeNumber(number: number): string;
  /** Explains the error that stops a run: such as a refusal of the privileged user. */
  explain?(ports: Ports, thrown: unknown): Promise<unknown>;
}

/** Returns the kind of a run. Undefined: a version of the app that knows another kind wrote it. */
export function kindOf<Ports extends BrokerPorts, Begun>(
  kinds: readonly RunKind<Ports, Begun>[],
  { product }: Pick<StoredRun, 'product'>,
): RunKind<Ports, Begun> | undefined {
  return kinds.find((kind) => kind.product === product);
}
