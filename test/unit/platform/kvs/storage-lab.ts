import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import type { Site } from '../../../../sandbox/contract/site';
import { createForge } from '../../../../sandbox/forge/forge';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import type { Clock, Log } from '../../../../src/broker/ports';
import { areaOf, revealedBy } from '../../../../src/entry/call/operations';
import type { GroupRecord } from '../../../../src/groups/facts';
import { createCarriedOutcomes } from '../../../../src/platform/kvs/carried-outcomes';
import { AccountId, GroupId, ProjectId, SpaceId } from '../../../../src/shared/ids';

const manifest = manifestOf(parse(readFileSync(new URL('../../../../manifest.yml', import.meta.url), 'utf8')));

export const ADA = AccountId.parse('557058:ada');
export const BOB = AccountId.parse('557058:bob');
export const SPACE = SpaceId.parse('4711');
export const OTHER_SPACE = SpaceId.parse('4712');
export const PROJECT = ProjectId.parse('10001');
export const OTHER_PROJECT = ProjectId.parse('10002');
export function groupId(number: number): GroupId {
  return GroupId.parse(`group-${number}`);
}

const START = Date.parse('2026-11-22T10:00:00.000Z');
/** An instant so many minutes after the lab's clock began. */
export function minute(minutes: number): string {
  return new Date(START + minutes * 60_000).toISOString();
}

/** A group that was created for the first space. */
export function aRecord(number: number, fields: Partial<GroupRecord> = {}): GroupRecord {
  return {
    groupId: groupId(number),
    spaceId: SPACE,
    groupName: `it-${String(number).padStart(3, '0')}`,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: ADA,
    recordedAt: minute(0),
    ...fields,
  };
}

/** How late Forge may delete what is past its time, in milliseconds: https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/ */
const EXPIRY_LAG_MS = 48 * 3_600_000;

/** Storage needs a site to belong to, and nothing of it. */
const noSite: Site = {
  cloudId: 'cloud-1',
  name: 'None',
  fetch: async () => new Response(null, { status: 501 }),
  requests: () => [],
  clearRequests: () => {},
  people: () => [],
  person: () => undefined,
  customerName: () => undefined,
  account: () => undefined,
  authenticate: () => undefined,
  change: () => [],
  spaces: () => [],
  projects: () => [],
  onIssueCreated: () => {},
  issue: () => undefined,
};

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Forge's storage with the entities of this app's manifest, on a clock that a test moves. */
export function createStorage() {
  let now = START;
  let made = 0;
  const clock: Clock = { now: () => now };
  const events: string[] = [];
  const log: Log = { ...silent, error: (event) => void events.push(event) };
  let script: () => Promise<void> = async () => {};
  const app = { healthCheck: () => script() };
  const forge = createForge({
    manifest,
    app,
    site: noSite,
    clock,
    ids: { uuid: () => `id-${String((made += 1))}` },
    expiryLagMs: EXPIRY_LAG_MS,
  });
  /** Runs some code inside the app, as a scheduled function, and gives its live result or error. */
  async function run<T>(code: () => Promise<T>): Promise<T> {
    const outcome: { settled?: Promise<T> } = {};
    script = async () => {
      outcome.settled = code();
      await Promise.allSettled([outcome.settled]);
    };
    await forge.runScheduled('daily-health-check');
    if (outcome.settled === undefined) throw new Error('The code did not run');
    return outcome.settled;
  }
  return {
    clock,
    log,
    carried: createCarriedOutcomes(clock),
    installation: 'this-one',
    areaOf,
    revealedBy,
    events,
    run,
    kvs: forge.kvs,
    /** Rows of an entity as they are stored. */
    rows: (entity: string): Record<string, unknown> => forge.kvs.dump().entities[entity] ?? {},
    at: (instant: string) => {
      now = Date.parse(instant);
    },
    /** What storage was asked for, in order. */
    targets: () => forge.kvs.requests().map(({ target }) => target),
    /** The next requests to this target fail. */
    fail: (target: string, status = 500, times = 1) => {
      forge.kvs.fail({ target, status, code: 'INJECTED', times });
    },
    /** The next request to this target is done, and its answer is lost. */
    loseAnswer: (target: string) => {
      forge.kvs.fail({ target, drop: 'after', code: 'INJECTED', times: 1 });
    },
  };
}

/** What a promise rejects with, as data. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (thrown) {
    return thrown instanceof Error && 'failure' in thrown ? thrown.failure : thrown;
  }
  throw new Error('Nothing failed');
}
