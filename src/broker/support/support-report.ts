import type { SupportCounts } from '../../shared/broker/views';
import type { Environment } from '../ports';
import type { StoredPrivilegedUser } from '../privileged-user/privileged-user';
import { causeOf, observationOfCurrent } from '../privileged-user/privileged-user';

const MIGRATION = {
  neverConfigured: 'no privileged user yet, no old credentials',
  stillLegacy: 'not migrated: old credentials are still stored',
  waiting: 'a privileged user is chosen and has not accepted yet',
  migrated: 'migrated',
};

/** How far this site is from the e-mail and token of older versions. */
export function migrationOf({ state, legacyRecord }: StoredPrivilegedUser): keyof typeof MIGRATION {
  if (state.name === 'waiting') return 'waiting';
  if (state.name === 'notConfigured') return 'neverConfigured';
  return state.name === 'legacy' || legacyRecord ? 'stillLegacy' : 'migrated';
}

/** Text for a support ticket. Holds no accountId, name, e-mail, group name or secret. */
export function supportReport(
  known: StoredPrivilegedUser,
  { appVersion, environmentType }: Environment,
  at: string,
  counts?: SupportCounts,
): string {
  const { state } = known;
  const observation = observationOfCurrent(known);
  const cause = causeOf(state);
  const checks = (observation?.checks ?? []).map(
    (check) => `  ${check.name}: ${check.outcome}${check.cause === undefined ? '' : ` (${check.cause})`}`,
  );
  const atLeast = counts?.more === true ? 'at least ' : '';
  return [
    'Space Steward support report',
    `Made: ${at}`,
    `App version: ${appVersion} (${environmentType})`,
    `Migration: ${MIGRATION[migrationOf(known)]}`,
    `Privileged user: ${state.name}${cause === undefined || cause === state.name ? '' : ` (${cause})`}`,
    `Last checked: ${observation?.at ?? 'never'}`,
    ...(checks.length === 0 ? [] : ['Checks:', ...checks]),
    ...(counts === undefined
      ? []
      : [
          `Groups managed: ${atLeast}${String(counts.groups)} in ${atLeast}${String(counts.spaces)} spaces`,
          `Changes without a known result: ${String(counts.unsettled)}`,
        ]),
  ].join('\n');
}
