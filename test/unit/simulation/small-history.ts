// Small histories made by hand, and what an invariant says of them step by step.
import type { Call, History, Invocation, LogLine, RowChange, Step } from '../../../simulation/oracle/history';
import type { Invariant } from '../../../simulation/oracle/invariant';
import type {
  AccountState,
  GroupState,
  SiteChange,
  SiteState,
  SpaceState,
} from '../../../simulation/oracle/site-history';

type Written<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

/** What happens in one step. Calls and invocations are named by their place in order, from 0. */
export interface Happens {
  at?: number;
  draw?: Step['draw'];
  began?: readonly Partial<Invocation>[];
  rows?: readonly (Partial<RowChange> & { is: unknown })[];
  sent?: readonly Partial<Call>[];
  performed?: readonly { call: number; status?: number; body?: unknown }[];
  answered?: readonly { call: number; status: number }[];
  changes?: readonly Change[];
  ended?: readonly { invocation: number; value: unknown }[];
  logs?: readonly string[];
}

type Change = SiteChange extends infer One
  ? One extends unknown
    ? Omit<One, 'at' | 'step' | 'call'> & { call?: number }
    : never
  : never;

/** Returns what an invariant says of what happens, step by step; one that looks at the end, at the last step. */
export function saidOf(
  invariant: Invariant,
  happens: readonly Happens[],
  stored: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  waiting: ReturnType<History['waiting']> = [],
): string[] {
  const lists = { steps: [] as Step[], invocations: [] as Invocation[], calls: [] as Call[], rows: [] as RowChange[] };
  const logs: LogLine[] = [];
  const now = {
    groups: new Map<string, GroupState>(),
    accounts: new Map<string, AccountState>(),
    spaces: new Map<string, SpaceState>(),
  };
  const changes: SiteChange[] = [];
  const site = { now: now as SiteState, changes };
  const history: History = {
    seed: 0,
    beganAt: 0,
    ...lists,
    logs,
    site,
    stored: () => ({ plain: {}, secret: {}, entities: stored }),
    waiting: () => waiting,
  };
  return happens.flatMap((one, number) => {
    const step = stepOf(one, number, lists);
    lists.steps.push(step);
    lists.rows.push(...step.rows);
    logs.push(...step.logs);
    changes.push(...step.changes);
    for (const change of step.changes) show(now, change);
    const isChecked = invariant.when === 'eachStep' || number === happens.length - 1;
    return isChecked ? invariant.check(history, step).map(({ what }) => what) : [];
  });
}

interface Lists {
  invocations: Invocation[];
  calls: Call[];
}

function stepOf(one: Happens, number: number, lists: Lists): Step {
  const { at = number, draw = { kind: 'nothing' } as const } = one;
  const when = { at, step: number };
  const began = (one.began ?? []).map((more, index) => invocationOf(lists.invocations.length + index, when, more));
  lists.invocations.push(...began);
  const sent = (one.sent ?? []).map((more, index) => callOf(lists.calls.length + index, when, more));
  lists.calls.push(...sent);
  const performed = (one.performed ?? []).map(({ call, status = 200, body }) => {
    const it: Written<Call> = known(lists.calls[call]);
    it.performed = { ...when, status, body };
    return it;
  });
  const answered = (one.answered ?? []).map(({ call, status }) => {
    const it: Written<Call> = known(lists.calls[call]);
    it.answer = { ...when, status, body: undefined };
    return it;
  });
  const ended = (one.ended ?? []).map(({ invocation, value }) => {
    const it: Written<Invocation> = known(lists.invocations[invocation]);
    it.end = { ...when, how: 'answered', value };
    return it;
  });
  const rows = (one.rows ?? []).map((row) => ({
    ...when,
    call: 0,
    entity: 'audit-entry',
    key: 'a1',
    was: undefined,
    ...row,
  }));
  const changes = (one.changes ?? []).map((change) => ({ ...when, call: undefined, ...change }) as SiteChange);
  const logs = (one.logs ?? []).map((text) => ({ ...when, text }));
  return { number, at, draw, began, ended, sent, performed, answered, changes, rows, logs };
}

function invocationOf(id: number, when: { at: number; step: number }, more: Partial<Invocation>): Invocation {
  const about = { moduleKey: 'space-settings', functionKey: 'addMembers', accountId: 'ada', payload: {} };
  return { id, ...about, context: { space: { id: '1' } }, beganAt: when.at, beganStep: when.step, ...more };
}

function callOf(id: number, when: { at: number; step: number }, more: Partial<Call>): Call {
  const [kind, as] = ['rest', { kind: 'impersonated', accountId: 'boss' }] as const;
  const group = { path: '/wiki/rest/api/group/userByGroupId?groupId=g1', body: { accountId: 'bob' } };
  const about = { method: 'POST', operationId: 'addUserToGroupByGroupId', ...group };
  return { id, invocation: 0, kind, as, ...about, sentAt: when.at, sentStep: when.step, ...more };
}

function show(
  now: { groups: Map<string, GroupState>; accounts: Map<string, AccountState>; spaces: Map<string, SpaceState> },
  change: SiteChange,
): void {
  if (change.what === 'group') put(now.groups, change.groupId, change.is);
  if (change.what === 'account') put(now.accounts, change.accountId, change.is);
  if (change.what === 'space') put(now.spaces, change.spaceId, change.is);
}

function put<State>(states: Map<string, State>, id: string, is: State | undefined): void {
  if (is === undefined) states.delete(id);
  else states.set(id, is);
}

function known<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('No such call or invocation');
  return thing;
}

/** A call of the app to its storage. */
export const TO_STORAGE: Partial<Call> = {
  kind: 'kvs',
  as: { kind: 'none' },
  operationId: 'transaction',
  path: '/api/v1/transaction',
  body: {},
};

export const GROUP: GroupState = {
  groupId: 'g1',
  name: 'demo-first',
  managedBy: 'ADMINS',
  usageType: 'USERBASE_GROUP',
  grants: [],
  listedAs: [],
  members: new Set(),
};

export const BOB: AccountState = {
  accountId: 'bob',
  accountType: 'atlassian',
  status: 'active',
  email: 'bob@example.com',
  name: 'Bob Nowak',
  usesConfluence: true,
  usesJira: false,
  administersConfluence: false,
  administersJira: false,
  managesGroups: false,
};

export const SPACE: SpaceState = { spaceId: '1', key: 'DEMO', status: 'current', admins: new Set(['ada']) };

/** A site with a group of the space of which Ada is an admin, and what the app stores of it. */
export const SITE: Happens = {
  changes: [
    { what: 'group', groupId: 'g1', was: undefined, is: GROUP },
    { what: 'account', accountId: 'bob', was: undefined, is: BOB },
    { what: 'space', spaceId: '1', was: undefined, is: SPACE },
  ],
  rows: [
    { entity: 'setting', key: 'privileged-user', is: { version: 1, content: { current: { accountId: 'boss' } } } },
    { entity: 'group-record', key: 'g1', is: { spaceId: '1', deletable: true } },
  ],
};

/** The attempt to add Bob to the group. */
export const ATTEMPT = {
  kind: 'attempt',
  at: '1970-01-01T00:00:00.000Z',
  action: 'addMember',
  caller: 'ada',
  actedAs: 'boss',
  spaceId: '1',
  groupId: 'g1',
  accountId: 'bob',
};

/** A function stores an attempt, and sends its call once that is stored: the call's id is 1. */
export function adding(attempt: object = ATTEMPT, call: Partial<Call> = {}, key = 'a1'): Happens[] {
  return [
    { began: [{}], sent: [TO_STORAGE] },
    { performed: [{ call: 0 }], rows: [{ key, is: attempt }], sent: [call] },
  ];
}

/** The call takes effect. */
export const ADDED: Happens = {
  performed: [{ call: 1, status: 201 }],
  changes: [{ what: 'member', groupId: 'g1', accountId: 'bob', isMember: true, call: 1 }],
};

/** The site refuses the call. */
export const REFUSED: Happens = { performed: [{ call: 1, status: 403 }] };

/** The outcome of an attempt is stored. */
export function stored(outcome: string, more: object = {}, key = 'a1'): Happens {
  return { rows: [{ entity: 'audit-outcome', key, is: { at: '1970-01-01T00:00:00.000Z', outcome, ...more } }] };
}
