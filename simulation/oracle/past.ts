// What was so at a time: of the site, and of what the app stores.
import type { History } from './history';
import type { AccountState, GroupState, SpaceState } from './site-history';

/** A moment, by the clock and by the steps: time can stand still through many of these. */
export interface Moment {
  readonly at: number;
  readonly step: number;
}

/** Moments from one on until another, both included. */
export interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
}

/** Something as it was from a moment on; undefined: it wasn't there. */
interface Since<State> extends Moment {
  readonly is: State | undefined;
}

interface Pasts {
  changes: number;
  rows: number;
  group: Map<string, Since<GroupState>[]>;
  account: Map<string, Since<AccountState>[]>;
  space: Map<string, Since<SpaceState>[]>;
  row: Map<string, Since<unknown>[]>;
}

/** Entities whose rows decide what may be done. */
const DECIDING = new Set(['setting', 'group-record']);

const pasts = new WeakMap<History, Pasts>();

/** Asks for every state that something was in during a stretch; undefined stands for a moment at which it wasn't there. */
export function pastOf(history: History) {
  const past = broughtUpToDate(history);
  return {
    group: (groupId: string, stretch: Stretch) => during(past.group.get(groupId), stretch),
    account: (accountId: string, stretch: Stretch) => during(past.account.get(accountId), stretch),
    space: (spaceId: string, stretch: Stretch) => during(past.space.get(spaceId), stretch),
    /** The content of a setting, without its version. */
    setting: (key: string, stretch: Stretch) =>
      during(past.row.get(`setting ${key}`), stretch).map((row) => (row as { content?: unknown } | undefined)?.content),
    record: (groupId: string, stretch: Stretch) =>
      during(past.row.get(`group-record ${groupId}`), stretch) as (GroupRecordRow | undefined)[],
  };
}

/** Fields of a group's record as it is stored. A row without a space only holds the place of one. */
export interface GroupRecordRow {
  readonly spaceId?: string;
  readonly deletable?: boolean;
  readonly grantsProductAccess?: boolean;
}

function broughtUpToDate(history: History): Pasts {
  const past = pasts.get(history) ?? {
    changes: 0,
    rows: 0,
    group: new Map(),
    account: new Map(),
    space: new Map(),
    row: new Map(),
  };
  pasts.set(history, past);
  const { changes } = history.site;
  for (; past.changes < changes.length; past.changes += 1) {
    const change = changes[past.changes];
    if (change?.what === 'group') add(past.group, change.groupId, change);
    else if (change?.what === 'account') add(past.account, change.accountId, change);
    else if (change?.what === 'space') add(past.space, change.spaceId, change);
  }
  for (; past.rows < history.rows.length; past.rows += 1) {
    const row = history.rows[past.rows];
    if (row !== undefined && DECIDING.has(row.entity)) add(past.row, `${row.entity} ${row.key}`, row);
  }
  return past;
}

function add<State>(all: Map<string, Since<State>[]>, key: string, { at, step, is }: Since<State>): void {
  const one = all.get(key);
  if (one === undefined) all.set(key, [{ at, step, is }]);
  else one.push({ at, step, is });
}

function during<State>(states: readonly Since<State>[] = [], { from, to }: Stretch): (State | undefined)[] {
  const held: (State | undefined)[] = [];
  for (let place = states.length - 1; place >= 0; place -= 1) {
    const state = states[place];
    if (state === undefined || state.step > to.step) continue;
    held.push(state.is);
    // What was before ended with this one.
    if (state.at < from.at || state.step < from.step) return held;
  }
  return [...held, undefined];
}
