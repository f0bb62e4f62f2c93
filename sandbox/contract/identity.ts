/**
 * On whose behalf a REST call reaches the site.
 *
 * `scopes` are what the app's token carries. A person's own client (`basic`) has none to check, and spends no points of the app.
 */
export type Identity =
  | { kind: 'anonymous' }
  | { kind: 'basic'; accountId: string }
  | { kind: 'app'; scopes: readonly string[] }
  | { kind: 'user'; accountId: string; scopes: readonly string[]; impersonated: boolean };
