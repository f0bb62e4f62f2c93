// Forge's refusals for a missing scope, in the three shapes reported from real sites. https://community.developer.atlassian.com/t/50478
import type { ScopeRefusals } from '../contract/forge';
import type { Identity } from '../contract/identity';
import { needsAuthentication } from './failure';
import { approvedScopes, type Installation } from './installation';

/** Turns the site's refusal for a missing scope into Forge's shape. Returns any other answer unchanged. */
export function asForgeRefuses(installation: Installation, identity: Identity, answer: Response): Response {
  if (answer.headers.get('x-failure-category') !== 'FAILURE_CLIENT_SCOPE_CHECK') return answer;
  switch (installation.scopeRefusals[whoOf(identity)]) {
    case 'answered401':
      return answer;
    case 'answered403':
      return missingGrants(approvedScopes(installation));
    case 'thrown':
      return needsAuthentication();
  }
}

function whoOf(identity: Identity): keyof ScopeRefusals {
  if (identity.kind === 'user') return identity.impersonated ? 'impersonated' : 'caller';
  return 'app';
}

function missingGrants(scopes: readonly string[]): Response {
  const granted = `Your app was granted the following scopes: [${scopes.join(', ')}]`;
  const message = `Access to the resource was denied due to missing scope grants. ${granted}`;
  return Response.json({ code: 403, message }, { status: 403 });
}
