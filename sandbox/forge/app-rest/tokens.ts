// Access tokens as OAuth 2.0 (3LO) gives them: for one person, with the scopes that the person consented to, for an hour.
// https://developer.atlassian.com/platform/forge/access-rest-apis-exposed-by-a-forge-app/
import type { Clock, Ids } from '../../contract/clock';

export const TOKEN_SECONDS = 3600;

/** Describes the consent behind a token. */
interface Consent {
  accountId: string;
  scopes: ReadonlySet<string>;
}

interface TimedConsent extends Consent {
  expiresAt: number;
}

/** Holds consents by token. */
export type TokensCopy = ReadonlyMap<string, TimedConsent>;

export function createTokens({ clock, ids }: { clock: Clock; ids: Ids }) {
  const tokens = new Map<string, TimedConsent>();

  function forgetExpired(): void {
    for (const [token, { expiresAt }] of tokens) if (expiresAt <= clock.now()) tokens.delete(token);
  }

  return {
    issue(accountId: string, scopes: readonly string[]): string {
      forgetExpired();
      const token = `sandbox-${ids.uuid()}`;
      tokens.set(token, { accountId, scopes: new Set(scopes), expiresAt: clock.now() + TOKEN_SECONDS * 1000 });
      return token;
    },
    /** Finds a token's consent; undefined for unknown or expired tokens. */
    find(token: string): Consent | undefined {
      const found = tokens.get(token);
      return found !== undefined && clock.now() < found.expiresAt ? found : undefined;
    },
    copy: (): TokensCopy => structuredClone(tokens),
    load(copy: TokensCopy): void {
      tokens.clear();
      for (const [token, consent] of structuredClone(copy)) tokens.set(token, consent);
    },
  };
}
