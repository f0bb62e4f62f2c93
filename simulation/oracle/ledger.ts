// The app's own record beside what happened: each attempt that it stored, the calls that were sent by it, and what these did.
import type { Call, History, RowChange, Step } from './history';
import { actionsOf, mustBeRecorded, subjectOf } from './privileged-write';
import type { SiteChange } from './site-history';

/** Fields of an attempt as it is stored; the manifest's entity has them all. */
export interface AttemptRow {
  readonly at: string;
  readonly action: string;
  readonly caller?: string;
  readonly actedAs?: string;
  readonly spaceId?: string;
  readonly groupId?: string;
  readonly groupName?: string;
  readonly accountId?: string;
  readonly projectId?: string;
  readonly domain?: string;
  readonly via?: string;
  readonly runId?: string;
  readonly lineBy?: string;
  readonly lineSpaceId?: string;
  readonly undoes?: string;
}

export interface OutcomeRow {
  readonly at: string;
  readonly outcome: string;
  readonly code?: string;
  readonly groupId?: string;
  readonly accountId?: string;
  /** Facts that a removal took away. */
  readonly prior?: { readonly since: string; readonly by: string };
}

/** One attempt. */
export interface Recorded {
  readonly id: string;
  readonly row: AttemptRow;
  /** The time and the step at which it was stored, and the invocation that stored it. */
  readonly storedAt: number;
  readonly step: number;
  readonly invocation: number | undefined;
  /** Calls that were sent by it. */
  readonly calls: Call[];
  /** The outcomes that were stored of it, oldest first: one, unless something is wrong. It may be older than the attempt, whose storing can take effect late. */
  readonly outcomes: Ended[];
}

interface Ended {
  readonly row: OutcomeRow;
  readonly step: number;
  readonly invocation: number | undefined;
}

export interface Ledger {
  readonly attempts: ReadonlyMap<string, Recorded>;
  /** By call: the attempt that it was sent by. */
  readonly attemptOf: ReadonlyMap<number, Recorded>;
  /** By call: what it changed on the site. */
  readonly effectsOf: ReadonlyMap<number, readonly SiteChange[]>;
  /** By invocation: the calls that must be on record and that it sent. */
  readonly sentBy: ReadonlyMap<number, readonly Call[]>;
  /** By the run's id: who made it, and where. */
  readonly runs: ReadonlyMap<string, RunRow>;
}

interface RunRow {
  readonly by: string;
  readonly place: string;
  readonly state: string;
}

interface Open {
  steps: number;
  attempts: Map<string, Recorded>;
  outcomes: Map<string, Ended[]>;
  byInvocation: Map<number, Recorded[]>;
  attemptOf: Map<number, Recorded>;
  effectsOf: Map<number, SiteChange[]>;
  sentBy: Map<number, Call[]>;
  runs: Map<string, RunRow>;
}

const ledgers = new WeakMap<History, Open>();

/** Returns what is on record of a world, up to its last step. Costs only what the steps since the last time hold. */
export function ledgerOf(history: History): Ledger {
  const ledger = ledgers.get(history) ?? {
    steps: 0,
    attempts: new Map(),
    outcomes: new Map(),
    byInvocation: new Map(),
    attemptOf: new Map(),
    effectsOf: new Map(),
    sentBy: new Map(),
    runs: new Map(),
  };
  ledgers.set(history, ledger);
  for (; ledger.steps < history.steps.length; ledger.steps += 1) {
    const step = history.steps[ledger.steps];
    if (step !== undefined) addStep(history, ledger, step);
  }
  return ledger;
}

function addStep(history: History, ledger: Open, { rows, sent, changes }: Step): void {
  // What a function sends in a step, it sends because of what was stored in it.
  for (const row of rows) addRow(history, ledger, row);
  for (const call of sent) if (mustBeRecorded(call)) addCall(ledger, call);
  for (const change of changes) if (change.call !== undefined) listIn(ledger.effectsOf, change.call).push(change);
}

function addRow({ calls }: History, ledger: Open, { entity, key, is, at, step, call }: RowChange): void {
  const invocation = call === undefined ? undefined : calls[call]?.invocation;
  if (entity === 'audit-outcome' && is !== undefined) {
    listIn(ledger.outcomes, key).push({ row: is as OutcomeRow, step, invocation });
  }
  if (entity === 'run' && is !== undefined) ledger.runs.set(key, is as RunRow);
  if (entity !== 'audit-entry' || (is as { kind?: string } | undefined)?.kind !== 'attempt') return;
  const outcomes = listIn(ledger.outcomes, key);
  const attempt = { id: key, row: is as AttemptRow, storedAt: at, step, invocation, calls: [], outcomes };
  ledger.attempts.set(key, attempt);
  if (invocation !== undefined) listIn(ledger.byInvocation, invocation).push(attempt);
}

function addCall(ledger: Open, call: Call): void {
  listIn(ledger.sentBy, call.invocation).push(call);
  const own = (ledger.byInvocation.get(call.invocation) ?? []).filter((attempt) => isAbout(attempt, call));
  const open = own.filter(({ outcomes }) => outcomes.length === 0);
  // Of several for people of one domain, each has its call; one that Atlassian asked to wait with belongs to the first one again.
  const fewest = Math.min(...open.map(({ calls }) => calls.length));
  const attempt =
    open.find(({ calls }) => calls.some((earlier) => isSentAgain(earlier, call))) ??
    open.find(({ calls }) => calls.length === fewest);
  if (attempt === undefined) return;
  attempt.calls.push(call);
  ledger.attemptOf.set(call.id, attempt);
}

function isSentAgain(one: Call, other: Call): boolean {
  const isSame = one.path === other.path && JSON.stringify(one.body) === JSON.stringify(other.body);
  if (!isSame || one.answer === undefined) return false;
  const { status } = one.answer;
  // A read without an answer is made again, too. A lost answer counts as 0.
  return status === 429 || (one.method === 'GET' && (status === 0 || status >= 500));
}

/** Actions that are taken by the caller's own right. */
const AS_CALLER = new Set(['proveSiteAdminCreate', 'proveSiteAdminDelete', 'assignRole', 'addToOrganization']);

/** Tells whether an attempt names what a call does and to whom. A creation has no id yet. */
function isAbout({ row }: Recorded, call: Call): boolean {
  const { groupId, groupName, accountId, email } = subjectOf(call);
  return (
    actionsOf(call).includes(row.action) &&
    // A creation names no group, but perhaps the one that has its name already.
    (groupId === undefined || row.groupId === groupId) &&
    (groupId !== undefined || row.groupName === groupName) &&
    row.accountId === accountId &&
    (email === undefined || row.domain === domainOf(email)) &&
    AS_CALLER.has(row.action) === (call.as.kind === 'caller')
  );
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function listIn<Key, Thing>(lists: Map<Key, Thing[]>, key: Key): Thing[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
