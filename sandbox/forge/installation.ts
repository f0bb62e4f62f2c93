// One installation of the app on one site: its ids, and what the site's admin has granted it.
// https://developer.atlassian.com/platform/forge/runtime-reference/app-context-api/
import type { Clock, Ids, Site } from '../contract';
import type { Manifest } from './manifest';

export interface Installation {
  readonly manifest: Manifest;
  readonly site: Site;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly installationId: string;
  /** `ari:cloud:confluence::site/<cloudId>`. */
  readonly contextAri: string;
  /** Accounts that can be impersonated while the app is not shared. */
  readonly contributors: ReadonlySet<string>;
  shared: boolean;
  unapproved: ReadonlySet<string>;
}

export const createInstallation = (parts: {
  manifest: Manifest;
  site: Site;
  clock: Clock;
  ids: Ids;
  contributors: readonly string[];
}): Installation => ({
  manifest: parts.manifest,
  site: parts.site,
  clock: parts.clock,
  ids: parts.ids,
  appVersion: '1.0.0',
  environmentId: parts.ids.uuid(),
  environmentType: 'DEVELOPMENT',
  installationId: parts.ids.uuid(),
  contextAri: `ari:cloud:confluence::site/${parts.site.cloudId}`,
  contributors: new Set(parts.contributors),
  shared: true,
  unapproved: new Set(),
});

/** The scopes that the app's token carries: in the manifest and approved by an admin. */
export const approvedScopes = (installation: Installation): readonly string[] =>
  [...installation.manifest.scopes.keys()].filter((scope) => !installation.unapproved.has(scope));

/** Those of them that offline impersonation carries. */
export const impersonationScopes = (installation: Installation): readonly string[] =>
  approvedScopes(installation).filter((scope) => installation.manifest.scopes.get(scope)?.allowImpersonation === true);
