import type { RowChange } from '../history';
import type { Invariant } from '../invariant';

/** A row that several may change at once has a version, and is replaced only by what was made from it. */
export const noChangeIsLost: Invariant = {
  name: 'no stored change is lost',
  when: 'eachStep',
  check: (_history, { rows }) =>
    rows.filter(isOverwritten).map(({ entity, key, was, is, call }) => ({
      what: `the row ${entity} ${key} had the version ${String(versionOf(was))}, and was replaced by ${String(versionOf(is))}`,
      calls: call === undefined ? [] : [call],
    })),
};

/** Entities whose rows have a version: of settings, those that decide. */
const VERSIONED = new Set(['run', 'run-part-state', 'customer-quota']);
const SETTINGS = /^(?:rules|privileged-user|run-points|site-admin-proofs|customer-site-quota|customer-policy:.*)$/;

function isOverwritten({ entity, key, was, is }: RowChange): boolean {
  const isVersioned = VERSIONED.has(entity) || (entity === 'setting' && SETTINGS.test(key));
  if (!isVersioned || was === undefined || is === undefined) return false;
  return Number(versionOf(is)) !== Number(versionOf(was)) + 1;
}

function versionOf(row: unknown): unknown {
  return (row as { version?: unknown }).version;
}
