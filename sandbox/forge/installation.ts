// One installation of the app on one site: its ids, and the grants of the site's admin.
// https://developer.atlassian.com/platform/forge/runtime-reference/app-context-api/
import type { Clock, Ids } from '../contract/clock';
import type { ScopeRefusals } from '../contract/forge';
import type { Site } from '../contract/site';
import type { Manifest, ManifestModule } from './manifest';
import { productOf } from './products';

export interface Installation {
  readonly manifest: Manifest;
  readonly site: Site;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly installationId: string;
  /** Tells whether an admin connected the app to Jira. */
  readonly jira: 'connected' | 'absent';
  /** Modules of the manifest, without Jira's if the app isn't connected to it. */
  readonly modules: ReadonlyMap<string, ManifestModule>;
  /** Accounts that can be impersonated while the app is not shared. */
  readonly contributors: ReadonlySet<string>;
  shared: boolean;
  unapproved: ReadonlySet<string>;
  scopeRefusals: ScopeRefusals;
  /** People for whom the app may not act, because they never consented. */
  readonly withoutConsent: Set<string>;
  /** Tells whether the runtime names the granted scopes: an older one may not, and a tunnel's lacks parts that the package reads. */
  permissionsTold: 'yes' | 'no' | 'throws';
}

interface InstallationParts {
  manifest: Manifest;
  site: Site;
  clock: Clock;
  ids: Ids;
  contributors: readonly string[];
  jira: 'connected' | 'absent';
}

/** Follows reports from real sites; for the person present nobody published one, so it equals the app's. */
const SCOPE_REFUSALS: ScopeRefusals = { caller: 'answered401', impersonated: 'thrown', app: 'answered401' };

export function createInstallation({ manifest, site, clock, ids, contributors, ...parts }: InstallationParts) {
  const jira = manifest.isForJira ? parts.jira : 'absent';

  function isThere({ type }: ManifestModule): boolean {
    return jira === 'connected' || productOf(type) !== 'jira';
  }

  const installation: Installation = {
    manifest,
    site,
    clock,
    ids,
    appVersion: '1.0.0',
    environmentId: ids.uuid(),
    environmentType: 'DEVELOPMENT',
    installationId: ids.uuid(),
    jira,
    modules: new Map([...manifest.modules].filter(([, module]) => isThere(module))),
    contributors: new Set(contributors),
    shared: true,
    unapproved: new Set(),
    scopeRefusals: SCOPE_REFUSALS,
    withoutConsent: new Set(),
    permissionsTold: 'yes',
  };
  return installation;
}

/** Returns the scopes of the app's token: in the manifest and approved by an admin. */
export function approvedScopes(installation: Installation): readonly string[] {
  return [...installation.manifest.scopes.keys()].filter((scope) => !installation.unapproved.has(scope));
}

/** Returns the approved scopes that allow offline impersonation. */
export function impersonationScopes(installation: Installation): readonly string[] {
  return approvedScopes(installation).filter(
    (scope) => installation.manifest.scopes.get(scope)?.allowImpersonation === true,
  );
}
