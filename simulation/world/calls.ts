// Calls of the app that wait for the scheduler: it decides when each is performed, and what the app hears of it.
import { connectionLost } from '../../sandbox/connection-lost';
import type { Between, BegunRun, ForgeFetch, HeldRun } from '../../sandbox/forge/between';
import type { Call, Invocation } from '../oracle/history';
import { callOf } from './call-of';
import { payloadOf } from './payload-of';
import type { Recorder, Written } from './record';

/** A call that isn't over: its effect or its answer is still open. */
export interface OpenCall {
  readonly call: Written<Call>;
  /** True while the app waits for it. */
  isHeard: boolean;
  perform: () => Promise<Response>;
  answer: (response: Response) => void;
  lose: (why: unknown) => void;
  response?: Response;
}

/** A run of a function that isn't over. */
export interface OpenRun {
  readonly invocation: Written<Invocation>;
  readonly kill: () => void;
}

interface CallsParts {
  record: Recorder;
  /** Notes what a performed call changed. */
  performed: (call: Call) => void;
}

/** Creates the place where calls wait. */
export function createCalls({ record, performed }: CallsParts) {
  const open = new Set<OpenCall>();
  const runs = new Map<number, OpenRun>();

  function begin(begun: BegunRun): HeldRun {
    const run = openRun(begun, record);
    runs.set(run.invocation.id, run);
    return {
      pass: (sent, perform) => hold(run, sent, perform),
      end: (outcome) => {
        runs.delete(run.invocation.id);
        if (run.invocation.end === undefined) record.ends(run.invocation, { ...record.here(), ...endOf(outcome) });
        leave({ open, record }, run.invocation);
      },
    };
  }

  function hold(run: OpenRun, sent: ForgeFetch, perform: () => Promise<Response>): Promise<Response> {
    const call = callOf(sent, run.invocation, { id: record.history.calls.length, ...record.here() });
    const { signal } = sent.init;
    record.sends(call);
    return new Promise((resolve, reject) => {
      const one: OpenCall = { call, isHeard: true, perform, answer: resolve, lose: reject };
      open.add(one);
      signal?.addEventListener('abort', () => {
        if (!one.isHeard) return;
        unheard({ open, record }, one, { status: 0, why: 'aborted' });
        reject(signal.reason as Error);
      });
    });
  }

  return {
    between: { begin } satisfies Between,
    open,
    runs,
    count: () => record.history.calls.length,
    /** Forgets a call that never arrives. */
    drop: (one: OpenCall): void => void open.delete(one),
    ...endings({ open, record, performed }),
  };
}

interface Waiting {
  open: Set<OpenCall>;
  record: Recorder;
}

/** Creates what performs and answers calls, and ends whoever made them. */
function endings({ open, record, performed }: Waiting & CallsParts) {
  return {
    /** Lets the platform perform a call. */
    perform: async (one: OpenCall): Promise<void> => {
      const response = await one.perform();
      const text = await response.text();
      one.call.performed = { ...record.here(), status: response.status, body: jsonOf(text) };
      one.response = again(response, text);
      record.performs(one.call);
      performed(one.call);
      if (!one.isHeard) open.delete(one);
    },
    /** Gives the app the answer of a performed call, or another one. */
    answer: (one: OpenCall, response: Response, body: unknown): void => {
      unheard({ open, record }, one, { status: response.status, body });
      one.answer(response);
    },
    /** Loses the answer of a call. */
    lose: (one: OpenCall): void => {
      unheard({ open, record }, one, { status: 0, why: 'lost' });
      one.lose(connectionLost());
    },
    /** Ends a run; its calls are heard no more. */
    kill: ({ invocation, kill }: OpenRun): void => {
      record.ends(invocation, { ...record.here(), how: 'killed' });
      kill();
      leave({ open, record }, invocation);
    },
  };
}

type Seen = { status: number; body: unknown } | { status: 0; why: 'lost' | 'aborted' };

/** Leaves the calls of a function that has ended: nobody hears them any more. */
function leave(waiting: Waiting, { id }: Invocation): void {
  for (const one of waiting.open) if (one.call.invocation === id && one.isHeard) unheard(waiting, one);
}

/** Notes that the app waits no longer; the effect may still come. */
function unheard({ open, record }: Waiting, one: OpenCall, seen?: Seen): void {
  one.isHeard = false;
  if (seen !== undefined) {
    one.call.answer = { ...record.here(), ...seen };
    record.answers(one.call);
  }
  if (one.call.performed !== undefined) open.delete(one);
}

function openRun({ moduleKey, functionKey, accountId, payload, kill }: BegunRun, record: Recorder): OpenRun {
  const { at: beganAt, step: beganStep } = record.here();
  const id = record.history.invocations.length;
  const invocation = { id, moduleKey, accountId, ...payloadOf(functionKey, payload), beganAt, beganStep };
  record.begins(invocation);
  return { invocation, kill };
}

function endOf(outcome: Parameters<HeldRun['end']>[0]) {
  if ('value' in outcome) return { how: 'answered', value: outcome.value } as const;
  const { failure } = outcome;
  const code = 'code' in failure ? String(failure.code) : failure.name;
  if (code === 'FUNCTION_TIME_OUT') return { how: 'timedOut' } as const;
  return { how: 'failed', code, message: failure.message } as const;
}

/** Builds an answer anew, whose text was read. */
function again({ status, headers }: Response, text: string): Response {
  return new Response(text === '' ? null : text, { status, headers });
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
