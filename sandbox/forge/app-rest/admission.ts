// Admission to the routes of the app's REST API.
// https://developer.atlassian.com/platform/forge/app-rest-apis/#security-model
import { requireAccess } from '../access';
import type { Installation } from '../installation';
import type { ApiRoute } from '../manifest-routes';
import { routeAt } from './match';
import type { createTokens } from './tokens';

/** Needed by every token, besides the route's own scopes. */
export const PRODUCT_SCOPE = 'read:forge-app:jira';

/** Answers in the gateway's name, instead of the app. */
export function refuse(code: number, message: string): Response {
  return Response.json({ code, message }, { status: code });
}

interface Gate {
  installation: Installation;
  tokens: ReturnType<typeof createTokens>;
  /** App's part of the address. */
  app: string;
  isEnabled: boolean;
}

/** Describes a call that reaches the app's function. `path` begins after the app's address. */
interface Admission {
  route: ApiRoute;
  accountId: string;
  path: string;
}

const APP_PATH = /^\/gateway\/api\/svc\/jira\/apps\/([^/]+)(\/.*)$/;

/** Returns the route that a request may call, or the gateway's refusal. */
export function admit({ installation, tokens, app, isEnabled }: Gate, request: Request): Admission | Response {
  const [, name, path] = APP_PATH.exec(new URL(request.url).pathname) ?? [];
  if (path === undefined) return refuse(501, 'The sandbox does not model this address of the gateway');
  const consent = tokens.find(tokenOf(request));
  if (consent === undefined) return refuse(401, 'Unauthorized');
  if (!consent.scopes.has(PRODUCT_SCOPE)) return scopeMismatch();
  if (installation.jira === 'absent' || name !== app) return refuse(404, 'Not Found');
  if (!isEnabled) return refuse(403, 'App REST APIs are disabled on this site');
  const { accountId, scopes } = consent;
  if (!isMember(installation, accountId)) return refuse(403, 'This person cannot open the app');
  const route = routeAt(installation.manifest.apiRoutes, request.method, path);
  if (route === undefined) return refuse(404, 'Not Found');
  return route.scopes.every((scope) => scopes.has(scope)) ? { route, accountId, path } : scopeMismatch();
}

function tokenOf(request: Request): string {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
}

function scopeMismatch(): Response {
  return refuse(401, 'Unauthorized; scope does not match');
}

function isMember(installation: Installation, accountId: string): boolean {
  try {
    return requireAccess(installation, 'jira', accountId).accountType === 'atlassian';
  } catch {
    return false;
  }
}
