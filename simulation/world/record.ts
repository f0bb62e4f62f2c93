// The history of a world while it is being written.
import type { Call, Draw, History, Invocation, LogLine, RowChange, Step } from '../oracle/history';
import type { SiteChange } from '../oracle/site-history';

/** Lets whoever writes the history fill in what was left open. */
export type Written<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

/** Holds what happened in a step, until it ends. */
type OpenStep = { -readonly [Key in keyof Omit<Step, 'number' | 'at' | 'draw'>]: Step[Key][number][] };

export interface RecordParts extends Pick<History, 'seed' | 'beganAt' | 'stored' | 'waiting'> {
  site: History['site']['now'];
  now: () => number;
}

/** Creates an empty history, and what adds to it. */
export function createRecord({ site, now, ...parts }: RecordParts) {
  const lists = emptyLists();
  const { changes, ...kept } = lists;
  const history: History = { ...parts, ...kept, site: { now: site, changes } };
  const current = { step: emptyStep() };

  /** Returns when and where something happens. */
  function here() {
    return { at: now(), step: lists.steps.length };
  }

  return {
    history,
    here,
    ...addingTo(lists, current),
    logs: (text: string): void => {
      const line = { ...here(), text };
      lists.logs.push(line);
      current.step.logs.push(line);
    },
    /** Ends the step, and returns it. */
    closeStep: (draw: Draw): Step => {
      const step = { number: lists.steps.length, at: now(), draw, ...current.step };
      lists.steps.push(step);
      current.step = emptyStep();
      return step;
    },
  };
}

function emptyLists() {
  return {
    steps: [] as Step[],
    invocations: [] as Invocation[],
    calls: [] as Call[],
    changes: [] as SiteChange[],
    rows: [] as RowChange[],
    logs: [] as LogLine[],
  };
}

/** Creates what adds to the whole and to the step. */
function addingTo(lists: ReturnType<typeof emptyLists>, current: { step: OpenStep }) {
  return {
    begins: (invocation: Invocation): void => {
      lists.invocations.push(invocation);
      current.step.began.push(invocation);
    },
    ends: (invocation: Written<Invocation>, end: NonNullable<Invocation['end']>): void => {
      invocation.end = end;
      current.step.ended.push(invocation);
    },
    sends: (call: Call): void => {
      lists.calls.push(call);
      current.step.sent.push(call);
    },
    performs: (call: Call): void => void current.step.performed.push(call),
    answers: (call: Call): void => void current.step.answered.push(call),
    changes: (made: readonly SiteChange[]): void => {
      lists.changes.push(...made);
      current.step.changes.push(...made);
    },
    rows: (made: readonly RowChange[]): void => {
      lists.rows.push(...made);
      current.step.rows.push(...made);
    },
  };
}

export type Recorder = ReturnType<typeof createRecord>;

function emptyStep(): OpenStep {
  return { began: [], ended: [], sent: [], performed: [], answered: [], changes: [], rows: [], logs: [] };
}
