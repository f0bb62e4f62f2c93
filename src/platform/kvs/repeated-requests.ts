// Requests with an idempotency key, and the answer given to the first of them.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { instant } from '../../broker/instant';
import type { Clock } from '../../broker/ports';
import type { KeptAnswer, RepeatedRequests } from '../../customers/ports';
import { omitUndefined } from '../omit-undefined';
import { isRefused, writing } from './failures';
import { REPEATED_REQUEST } from './keys';

interface Row {
  bodyDigest: string;
  state: 'running' | 'answered';
  status?: number | undefined;
  /** Absent: an empty body, which the store doesn't take. */
  answer?: string | undefined;
  at: string;
}

const HOURS = 24;
const KEPT = { ttl: { value: HOURS, unit: 'HOURS' } } as const;

/** Creates the store of repeated requests of this installation. The port describes how each method fails. */
export function createRepeatedRequests({ clock }: { clock: Clock }): RepeatedRequests {
  return {
    begin: (fingerprint, body) =>
      writing(() => begin(fingerprint, { bodyDigest: body, state: 'running', at: instant(clock) }, clock.now())),
    finish: (fingerprint, body, { status, body: text }) => {
      const answer = text.trim() === '' ? undefined : text;
      const row: Row = { bodyDigest: body, state: 'answered', status, answer, at: instant(clock) };
      return writing(() => entity().set(fingerprint, omitUndefined(row), KEPT));
    },
    forget: (fingerprint) => writing(() => entity().delete(fingerprint)),
  };
}

const KEPT_MS = HOURS * 3_600_000;

async function begin(key: string, row: Row, now: number): ReturnType<RepeatedRequests['begin']> {
  try {
    await entity().set(key, row, { ...KEPT, keyPolicy: 'FAIL_IF_EXISTS' });
    return 'new';
  } catch (thrown) {
    const before = isRefused(thrown) ? await entity().get(key) : undefined;
    if (before === undefined) throw thrown;
    const isKept = now - Date.parse(before.at) <= KEPT_MS;
    if (isKept && before.bodyDigest !== row.bodyDigest) return 'otherBody';
    if (!isOver(before, now)) return before.state === 'running' ? 'running' : answerOf(before);
    return (await takesOver(key, row, before)) ? 'new' : 'running';
  }
}

function entity() {
  return kvs.entity<Row>(REPEATED_REQUEST);
}

/** A request that isn't answered by then never will be: Forge ended its invocation. */
const RUNNING_MS = 60_000;

/** Tells whether a row no longer counts: Forge deletes up to two days late, and a request that never ended must not block its key. */
function isOver({ at, state }: Row, now: number): boolean {
  return now - Date.parse(at) > (state === 'running' ? RUNNING_MS : KEPT_MS);
}

function answerOf({ status = 0, answer = '' }: Row): KeptAnswer {
  return { status, body: answer };
}

/** Takes the place of a row that no longer counts. Tells whether this request, rather than another one at the same time, succeeded. */
async function takesOver(key: string, row: Row, before: Row): Promise<boolean> {
  const conditions = new Filter<Row>()
    .and('at', FilterConditions.equalTo(before.at))
    .and('state', FilterConditions.equalTo(before.state));
  try {
    await kvs.transact().set<Row>(key, row, { entityName: REPEATED_REQUEST, conditions }, KEPT).execute();
    return true;
  } catch (thrown) {
    if (isRefused(thrown)) return false;
    throw thrown;
  }
}
