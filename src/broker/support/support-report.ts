import type { SupportCounts, SupportView } from '../../shared/broker/views';
import { say } from '../../shared/words/format';
import { REPORT_MIGRATION, SUPPORT_REPORT } from '../../shared/words/support-report';
import type { Environment } from '../ports';
import type { StoredPrivilegedUser } from '../privileged-user/privileged-user';
import { causeOf, observationOfCurrent } from '../privileged-user/privileged-user';
import { pauseIn } from '../privileged-user/state';

/** Tells how far this site has moved from the email and token of older versions. */
export function migrationOf({ state, legacyRecord }: StoredPrivilegedUser): SupportView['migration'] {
  if (state.name === 'waiting') return 'waiting';
  if (state.name === 'notConfigured') return 'neverConfigured';
  return state.name === 'legacy' || legacyRecord ? 'stillLegacy' : 'migrated';
}

/** Writes the text for a support ticket. It holds no accountId, name, email, group name or secret. */
export function supportReport(
  known: StoredPrivilegedUser,
  { appVersion, environmentType }: Environment,
  at: string,
  counts?: SupportCounts,
): string {
  const { state } = known;
  const observation = observationOfCurrent(known);
  const cause = causeOf(state);
  const pause = pauseIn(known.stored.value);
  const checks = (observation?.checks ?? []).map((check) =>
    say(SUPPORT_REPORT.check, { check: check.name, outcome: withCause(check.outcome, check.cause) }),
  );
  return [
    SUPPORT_REPORT.title,
    say(SUPPORT_REPORT.made, { when: at }),
    say(SUPPORT_REPORT.version, { version: appVersion, environment: environmentType }),
    say(SUPPORT_REPORT.migration, { migration: REPORT_MIGRATION[migrationOf(known)] }),
    say(SUPPORT_REPORT.privilegedUser, { state: withCause(state.name, cause === state.name ? undefined : cause) }),
    pause === undefined ? SUPPORT_REPORT.notPaused : say(SUPPORT_REPORT.paused, { when: pause.at }),
    say(SUPPORT_REPORT.lastChecked, { when: observation?.at ?? SUPPORT_REPORT.never }),
    ...(checks.length === 0 ? [] : [SUPPORT_REPORT.checks, ...checks]),
    ...(counts === undefined
      ? []
      : [
          say(counts.more ? SUPPORT_REPORT.countsAtLeast : SUPPORT_REPORT.counts, counts),
          ...membershipLines(counts),
          say(SUPPORT_REPORT.unsettled, { count: counts.unsettled }),
        ]),
  ].join('\n');
}

function membershipLines({ memberships }: SupportCounts): string[] {
  if (memberships === undefined) return [];
  const { count, more } = memberships;
  return [say(more ? SUPPORT_REPORT.membershipsAtLeast : SUPPORT_REPORT.memberships, { count })];
}

function withCause(word: string, cause: string | undefined): string {
  return cause === undefined ? word : say(SUPPORT_REPORT.withCause, { word, cause });
}
