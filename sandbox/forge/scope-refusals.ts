// How Forge refuses a call for a scope that was not granted: in three shapes that were seen on real sites. https://community.developer.atlassian.com/t/50478
import type { ScopeRefusals } from '../contract/forge';
import type { Identity } from '../contract/identity';
import { needsAuthentication } from './failure';
import { approvedScopes, type Installation } from './installation';

/** Puts the site's word that a scope is missing into the shape in which Forge hands it on. Any other answer stays as it is. */
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
