import type { SupportView } from '../broker/views';
import type { Sentence } from './format';

/** Tells how far a site has moved from the email and token of older versions. */
export const REPORT_MIGRATION: Readonly<Record<SupportView['migration'], string>> = {
  neverConfigured: 'no privileged user yet, no old credentials',
  stillLegacy: 'not migrated: old credentials are still stored',
  waiting: 'a privileged user is chosen and hasn’t accepted yet',
  migrated: 'migrated',
};

/** Holds the lines of the report for a support ticket. It doesn't contain personal data. */
export const SUPPORT_REPORT = {
  title: 'Space Steward support report',
  made: 'Made: {when}',
  version: 'App version: {version} ({environment})',
  migration: 'Migration: {migration}',
  privilegedUser: 'Privileged user: {state}',
  paused: 'Changes: paused since {when}',
  notPaused: 'Changes: not paused',
  lastChecked: 'Last checked: {when}',
  never: 'never',
  checks: 'Checks:',
  check: '  {check}: {outcome}',
  withCause: '{word} ({cause})',
  counts: 'Groups managed: {groups} in {spaces} spaces',
  countsAtLeast: 'Groups managed: at least {groups} in at least {spaces} spaces',
  memberships: 'Memberships made with the app: {count}',
  membershipsAtLeast: 'Memberships made with the app: at least {count}',
  unsettled: 'Changes without a known result: {count}',
} as const satisfies Record<string, Sentence>;
