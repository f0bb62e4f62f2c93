import type { AuditLog } from '../ports';
import type { Attempt, Outcome } from './entries';

/** Runs several tasks side by side, step by step. */
export interface Together {
  /** Stores all attempts in one request, and all outcomes in another, as soon as every running task has reached that step. */
  auditLog: AuditLog;
  /** Runs one task. */
  join: <T>(run: () => Promise<T>) => Promise<T>;
  /** Waits, for one task, until the tasks that it started are done. */
  aside: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Entries to store at one moment, and the number of tasks that wait for it. */
interface Turn {
  attempts: Attempt[];
  outcomes: Outcome[];
  waiting: number;
  begin: () => void;
  attempted: Promise<void>;
  settled: Promise<boolean>;
}

/** Most entries stored in one request. */
const MOST_AT_ONCE = 25;

/**
 * Records the steps of several tasks together: two requests for all of them instead of two for each.
 *
 * Nothing runs before its attempt is stored. A task that joined must not wait for another one that did, or all wait forever.
 */
export function together(auditLog: AuditLog): Together {
  const { take, enter, stepBack } = turnsOf(auditLog);
  return {
    auditLog: {
      ...auditLog,
      attempt: (rows) => take(rows, ({ attempts }) => attempts).attempted,
      settle: (rows) => take(rows, ({ outcomes }) => outcomes).settled,
    },
    join: async (run) => {
      enter();
      try {
        // Those who join at the same moment count before the first of them begins.
        return await Promise.resolve().then(run);
      } finally {
        stepBack();
      }
    },
    aside: async (run) => {
      const all = run();
      stepBack();
      try {
        return await all;
      } finally {
        enter();
      }
    },
  };
}

/** Stores one turn after another: when every running task waits for it, or when it's full. */
interface Turns {
  /** Adds a task's rows to the present turn; the task then waits for that turn. */
  take: <Row>(rows: readonly Row[], listOf: (of: Turn) => Row[]) => Turn;
  enter: () => void;
  stepBack: () => void;
}

function turnsOf(auditLog: AuditLog): Turns {
  let underWay = 0;
  let turn = nextTurn(auditLog);
  function store(): void {
    underWay += turn.waiting;
    turn.begin();
    turn = nextTurn(auditLog);
  }
  function enter(): void {
    underWay += 1;
  }
  function stepBack(): void {
    underWay -= 1;
    if (underWay === 0 && turn.waiting > 0) store();
  }
  function take<Row>(rows: readonly Row[], listOf: (of: Turn) => Row[]): Turn {
    if (listOf(turn).length + rows.length > MOST_AT_ONCE) store();
    const mine = turn;
    listOf(mine).push(...rows);
    mine.waiting += 1;
    stepBack();
    return mine;
  }
  return { take, enter, stepBack };
}

function nextTurn(auditLog: AuditLog): Turn {
  const attempts: Attempt[] = [];
  const outcomes: Outcome[] = [];
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const attempted = begun.then(async () => (attempts.length === 0 ? undefined : auditLog.attempt(attempts)));
  const settled = begun.then(async () => outcomes.length === 0 || auditLog.settle(outcomes));
  return { attempts, outcomes, waiting: 0, begin, attempted, settled };
}
