/**
 * Tells on whose behalf a REST call reaches the site.
 *
 * `scopes` are those of the app's token. A person's own client (`basic`) has no scopes to check and spends no points of the app.
 */
export type Identity =
  | { kind: 'anonymous' }
  | { kind: 'basic'; accountId: string }
  | { kind: 'app'; scopes: readonly string[] }
  | { kind: 'user'; accountId: string; scopes: readonly string[]; impersonated: boolean };
