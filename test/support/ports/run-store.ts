// Runs, their lines and how far they have come.
import { AppError } from '../../../src/broker/errors';
import type { Clock } from '../../../src/broker/ports';
import type { EndedLine, PartRecords, RunStore } from '../../../src/broker/runs/run-store';
import {
  partsOf,
  type LineState,
  type PartState,
  type RunLine,
  type StoredRun,
} from '../../../src/broker/runs/stored-run';
import type { SettingVersions, StoredChange } from '../../../src/groups/facts';
import { omitUndefined } from '../../../src/platform/omit-undefined';
import type { FakeAuditLog } from './audit-log';
import type { Journal } from './journal';
import type { FactStore } from './memberships';
import type { FakeSettings } from './stores';

const RUNS_A_PAGE = 25;
const MOST_DUE = 50;
/** What Forge takes in one transaction. */
const MOST_OPERATIONS = 25;

export interface FakeRunStore extends RunStore<StoredChange> {
  runs: Map<string, StoredRun>;
  /** By `runId#part`, from 0. */
  parts: Map<string, { lines: readonly RunLine[]; now: PartState }>;
  /** Points by hour, such as `2026-11-21T09`. */
  spent: Map<string, number>;
}

interface Beside {
  auditLog: FakeAuditLog;
  facts: FactStore;
  clock: Clock;
  settings: Pick<FakeSettings, 'versionsNow'>;
}

export function createRunStore(
  { auditLog, facts, clock, settings }: Beside,
  { run: write, read }: Journal,
): FakeRunStore {
  const runs: FakeRunStore['runs'] = new Map();
  const parts: FakeRunStore['parts'] = new Map();
  const spent: FakeRunStore['spent'] = new Map();
  function hour(): string {
    return new Date(clock.now()).toISOString().slice(0, 13);
  }
  function spend(points: number): void {
    spent.set(hour(), (spent.get(hour()) ?? 0) + points);
  }
  function demandRun({ runId, version }: StoredRun): void {
    if (runs.get(runId)?.version !== version) throw new AppError({ code: 'CONFLICT', what: 'run' });
  }
  /** The states of lines without the changes that can't be stored. */
  function withoutMoved(next: PartState, ended: readonly EndedLine<StoredChange>[]): PartState {
    const lines = { ...next.lines };
    for (const { place, otherwise } of ended) {
      const { undo: _undo, ...line } = lines[place] as LineState;
      lines[place] = { ...line, ...otherwise, withoutChange: true };
    }
    return { ...next, lines };
  }
  function settle(ended: readonly EndedLine<StoredChange>[], moved: readonly EndedLine<StoredChange>[]): void {
    for (const one of ended) {
      const { place: _place, otherwise, change: _change, prior, ...outcome } = one;
      auditLog.outcomes.set(one.id, { ...outcome, ...(moved.includes(one) ? otherwise : prior && { prior }) });
    }
  }
  return {
    runs,
    parts,
    spent,
    add: async (run, lines, points) =>
      write({ call: 'add run', about: run.runId }, () => {
        runs.set(run.runId, run);
        for (const [part, its] of lines.entries()) {
          parts.set(keyOf(run.runId, part), { lines: its, now: { part, version: 0, state: 'open', lines: {} } });
        }
        spend(points);
      }),
    get: async (runId) =>
      read('read run', () => {
        const run = runs.get(runId);
        if (run === undefined) return undefined;
        const its = Array.from({ length: partsOf(run) }, (_, part) => partOf(parts, runId, part).now);
        return structuredClone({ run, parts: its, spent: spent.get(hour()) ?? 0 });
      }),
    row: async (runId) => read('read run row', () => structuredClone(runs.get(runId))),
    lines: async (runId, wanted) =>
      read('read lines', () => wanted.map((part) => structuredClone([...partOf(parts, runId, part).lines]))),
    change: async (run, next, entry) =>
      write({ call: 'change run', about: next.state ?? run.state }, () => {
        demandRun(run);
        const changed = omitUndefined({ ...run, ...next, version: run.version + 1 }) as StoredRun;
        runs.set(run.runId, changed);
        if (entry !== undefined) {
          auditLog.attempts.push(entry.attempt);
          auditLog.outcomes.set(entry.outcome.id, entry.outcome);
        }
        return structuredClone(changed);
      }),
    savePart: async (runId, seen, next, records) => {
      const { attempts = [], ended = [], spent: points = 0, whileRun } = records;
      const based = await facts.based(ended.flatMap(({ change }) => change ?? []));
      return write({ call: 'save part', about: aboutOf(records) }, () => {
        const part = partOf(parts, runId, seen.part);
        if (part.now.version !== seen.version) throw new AppError({ code: 'CONFLICT', what: 'run' });
        if (whileRun !== undefined) demandRun(whileRun);
        demandSettings(settings, ended);
        demandRoom(records);
        const moved = ended.filter(({ id }) => based.get(id)?.withoutChange === true);
        const now = withoutMoved({ ...structuredClone(next), version: seen.version + 1 }, moved);
        parts.set(keyOf(runId, seen.part), { ...part, now });
        auditLog.attempts.push(...attempts);
        for (const { id } of attempts) auditLog.ofLines.add(id);
        settle(ended, moved);
        for (const { change } of based.values()) if (change !== undefined) facts.apply(change);
        spend(points);
        return structuredClone(now);
      });
    },
    ofPlace: async (place, before) =>
      read('read runs of place', () => {
        const all = [...runs.values()]
          .filter((run) => run.place === place && (before === undefined || placeKeyOf(run) < before))
          .toSorted((a, b) => (placeKeyOf(a) < placeKeyOf(b) ? 1 : -1));
        const page = all.slice(0, RUNS_A_PAGE);
        const last = page.at(-1);
        const next = all.length > page.length && last !== undefined ? { next: placeKeyOf(last) } : {};
        return structuredClone({ runs: page, ...next });
      }),
    waiting: async () =>
      read('read waiting runs', () => {
        const all = [...runs.values()].filter(({ state }) => state === 'waiting');
        return structuredClone({ runs: all.slice(0, MOST_DUE), more: all.length > MOST_DUE });
      }),
    due: async (until) =>
      read('read due runs', () => {
        const due = [...runs.values()].flatMap((run) => {
          const { dueAt } = run;
          return dueAt !== undefined && dueAt < until ? [{ run, key: `${dueAt}#${run.runId}` }] : [];
        });
        const oldest = due.toSorted((a, b) => (a.key > b.key ? 1 : -1)).slice(0, MOST_DUE);
        return structuredClone(oldest.map(({ run }) => run));
      }),
  };
}

function keyOf(runId: string, part: number): string {
  return `${runId}#${String(part)}`;
}

function partOf(parts: FakeRunStore['parts'], runId: string, part: number) {
  const found = parts.get(keyOf(runId, part));
  if (found === undefined) throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
  return found;
}

function placeKeyOf({ createdAt, runId }: StoredRun): string {
  return `${createdAt}#${runId}`;
}

function aboutOf({ attempts = [], ended = [] }: PartRecords<StoredChange>): string {
  return [...attempts.map(({ id }) => `attempt ${id}`), ...ended.map(({ id, outcome }) => `${outcome} ${id}`)].join(
    ', ',
  );
}

function settingsOf(ended: readonly EndedLine<StoredChange>[]): SettingVersions {
  const settings = ended.map(({ change }) => (change && 'added' in change ? change.settings : undefined));
  return settings.find((one) => one !== undefined) ?? {};
}

function demandSettings({ versionsNow }: Beside['settings'], ended: readonly EndedLine<StoredChange>[]): void {
  const now = versionsNow();
  const hasMoved = Object.entries(settingsOf(ended)).some(([name, version]) => now[name] !== version);
  if (hasMoved) throw new AppError({ code: 'CONFLICT', what: 'settings' });
}

/** Refuses attempts that don't fit into one transaction of Forge: with the row of the part, a check of the run's, the points, the mark of added records, and checks of settings. Outcomes alone take two. */
function demandRoom({ attempts = [], ended = [] }: PartRecords<StoredChange>): void {
  if (attempts.length === 0) return;
  const changes = ended.flatMap(({ change }) => change ?? []);
  const groups = new Set(changes.flatMap((change) => ('record' in change ? change.record.groupId : [])));
  const marked = changes.some((change) => 'added' in change) ? 1 : 0;
  const checks = Object.keys(settingsOf(ended)).length;
  const operations = 3 + marked + checks + attempts.length + ended.length + changes.length + groups.size;
  if (operations > MOST_OPERATIONS) throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' });
}
