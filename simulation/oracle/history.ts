// What happened in a simulated world, as the oracle reads it: plain data, nothing of the app's code. Times are milliseconds since the epoch.
import type { SiteChange, SiteState } from './site-history';

/** Holds everything that happened so far. Lists are oldest first and only grow. */
export interface History {
  readonly seed: number;
  readonly beganAt: number;
  readonly steps: readonly Step[];
  /** By id: the number of an invocation is its place here. */
  readonly invocations: readonly Invocation[];
  /** By id: the number of a call is its place here. */
  readonly calls: readonly Call[];
  readonly site: { readonly now: SiteState; readonly changes: readonly SiteChange[] };
  readonly rows: readonly RowChange[];
  readonly logs: readonly LogLine[];
  /** Reads what the app stores now. Costs time: rows tell what changed. */
  stored(): Stored;
  /** Reads the events that wait for their delivery now. */
  waiting(): readonly WaitingEvent[];
}

/** One draw, with all that happened because of it. A call stands in the step that sent, performed or answered it. */
export interface Step {
  readonly number: number;
  /** Time at its end. */
  readonly at: number;
  readonly draw: Draw;
  readonly began: readonly Invocation[];
  readonly ended: readonly Invocation[];
  readonly sent: readonly Call[];
  readonly performed: readonly Call[];
  readonly answered: readonly Call[];
  readonly changes: readonly SiteChange[];
  readonly rows: readonly RowChange[];
  readonly logs: readonly LogLine[];
}

/** Says what the scheduler drew. */
export type Draw =
  /** The platform performs a call; with `answers`, the app gets its answer at once, otherwise in a later step. */
  | { readonly kind: 'perform'; readonly call: number; readonly answers: boolean }
  | { readonly kind: 'answer'; readonly call: number }
  | { readonly kind: 'fault'; readonly call: number; readonly fault: string }
  /** A call takes effect whose answer was lost or whose sender is dead. */
  | { readonly kind: 'lateEffect'; readonly call: number }
  | { readonly kind: 'kill'; readonly invocation: number }
  /** Functions begin in another container from now on, or in a new one: what modules kept is gone. */
  | { readonly kind: 'container'; readonly isNew: boolean }
  /** A queued event, a run of a schedule, or somebody, begins an invocation: the step's `began` has it. */
  | { readonly kind: 'deliver'; readonly event: string }
  | { readonly kind: 'tick'; readonly moduleKey: string }
  | {
      readonly kind: 'begin';
      readonly actor: string;
      readonly operation: string;
      /** True: they may not, or send what nobody should, so that it is meant to be refused. */
      readonly unfit?: true;
    }
  | { readonly kind: 'time'; readonly from: number; readonly to: number; readonly why: string }
  /** Somebody changes the site, or Forge's decisions about the app, behind the app's back. */
  | { readonly kind: 'change'; readonly change: string; readonly about: Readonly<Record<string, unknown>> }
  /** From here no faults are drawn, and time passes in ticks. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'nothing' };

/** One run of a function of the app. */
export interface Invocation {
  readonly id: number;
  readonly moduleKey: string;
  /** Function key of the page's call; the module's function otherwise. */
  readonly functionKey: string;
  /** The person present; undefined in the background. */
  readonly accountId: string | undefined;
  /** Input of the function: the page's payload, the event's body, the action's inputs, or the request. */
  readonly payload: unknown;
  /** The place that the page claims, such as a space's id. */
  readonly context: unknown;
  readonly beganAt: number;
  readonly beganStep: number;
  /** Absent while it is under way. `value` is what it returned; of one that was killed, nobody learns anything. */
  readonly end?: InvocationEnd;
}

type InvocationEnd = { readonly at: number; readonly step: number } & (
  | { readonly how: 'answered'; readonly value: unknown }
  | { readonly how: 'failed'; readonly code: string; readonly message: string }
  | { readonly how: 'killed' | 'timedOut' }
);

/** On whose behalf a call was sent. `none`: storage, queue and reports belong to the app. */
export type CallAs =
  | { readonly kind: 'caller' | 'impersonated'; readonly accountId: string }
  | { readonly kind: 'app' | 'none' };

/** One call of the platform. Its effect and its answer are apart: either can be missing, and the effect can be the later one. */
export interface Call {
  readonly id: number;
  readonly invocation: number;
  readonly kind: 'rest' | 'kvs' | 'queue' | 'report';
  readonly as: CallAs;
  readonly method: string;
  /** Path and query, or the target of storage or queue. */
  readonly path: string;
  /** Operation of the site's documents; storage and queue have their target. */
  readonly operationId: string;
  /** The body as JSON; undefined if there is none. */
  readonly body: unknown;
  readonly sentAt: number;
  readonly sentStep: number;
  /** Effect and answer of the platform, whether or not anybody heard it. */
  readonly performed?: PerformedCall;
  /** Answer that the app saw; absent if it saw none, such as after a kill. */
  readonly answer?: SeenAnswer;
  /** Name of the fault that was drawn against it. */
  readonly fault?: string;
}

interface PerformedCall {
  readonly at: number;
  readonly step: number;
  readonly status: number;
  /** JSON, or the text. */
  readonly body: unknown;
}

type SeenAnswer = { readonly at: number; readonly step: number } & (
  | { readonly status: number; readonly body: unknown }
  /** No answer came: `lost`; the app's own signal ended the call: `aborted`. */
  | { readonly status: 0; readonly why: 'lost' | 'aborted' }
);

/** A row of storage that was written or deleted. */
export interface RowChange {
  readonly at: number;
  readonly step: number;
  /** The call that did it; undefined for what expired. */
  readonly call: number | undefined;
  /** Name of the entity; `plain` and `secret` for keys without one. */
  readonly entity: string;
  readonly key: string;
  readonly was: unknown;
  /** Undefined: it is gone. */
  readonly is: unknown;
}

interface Stored {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly secret: Readonly<Record<string, unknown>>;
  readonly entities: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface LogLine {
  readonly at: number;
  readonly step: number;
  readonly text: string;
}

interface WaitingEvent {
  readonly queueName: string;
  readonly jobId: string;
  readonly body: unknown;
  readonly dueAt: number;
  readonly retryCount: number;
}
