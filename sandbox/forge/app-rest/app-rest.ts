// The app's own REST API: `<METHOD> /gateway/api/svc/jira/apps/<appId>_<environmentId>/<path>` with a 3LO token.
// https://developer.atlassian.com/platform/forge/app-rest-apis/
import { InvocationFailure } from '../failure';
import type { Host } from '../invocation';
import { runFunction } from '../invocation';
import { INVOCATION_LIMITS } from '../limits';
import type { ApiRoute } from '../manifest-routes';
import { admit, PRODUCT_SCOPE, refuse } from './admission';
import { payloadOf, responseOf } from './exchange';
import { createTokens } from './tokens';
import type { TokensCopy } from './tokens';

/** Holds whether a site admin turned it on, and who consented to what. */
export interface AppRestCopy {
  isEnabled: boolean;
  tokens: TokensCopy;
}

/** Creates the app's REST API. `isEnabledAtFirst`: true once a site admin turned it on. */
export function createAppRest(host: Host, isEnabledAtFirst: boolean) {
  const { installation } = host;
  const app = `${installation.manifest.appId}_${installation.environmentId}`;
  const tokens = createTokens(installation);
  let isEnabled = isEnabledAtFirst;
  return {
    /** Path before the routes. */
    basePath: `/gateway/api/svc/jira/apps/${app}`,
    /** Lists all scopes that a consent can name. */
    scopes: [PRODUCT_SCOPE, ...new Set(installation.manifest.apiRoutes.flatMap(({ scopes }) => scopes))],
    isEnabled: () => isEnabled,
    /** Turns the app's REST API on or off, as Connected apps does. */
    setEnabled: (enabled: boolean): void => {
      isEnabled = enabled;
    },
    /** Issues a token as if this person had consented to these scopes. */
    issueToken: (accountId: string, scopes: readonly string[]): string => tokens.issue(accountId, scopes),
    copy: (): AppRestCopy => ({ isEnabled, tokens: tokens.copy() }),
    load: (copy: AppRestCopy): void => {
      isEnabled = copy.isEnabled;
      tokens.load(copy.tokens);
    },
    async answer(request: Request): Promise<Response> {
      const admitted = admit({ installation, tokens, app, isEnabled }, request);
      if (admitted instanceof Response) return admitted;
      const body = await bodyOf(request);
      if (body instanceof Response) return body;
      return run(host, admitted.route, admitted.accountId, payloadOf(request, admitted.path, body));
    },
  };
}

export type AppRest = ReturnType<typeof createAppRest>;

/** Reads the body as text, or returns the gateway's refusal. A request without a body needs no content type. */
async function bodyOf(request: Request): Promise<string | Response> {
  const body = await request.text();
  if (Buffer.byteLength(body) > INVOCATION_LIMITS.payloadBytes) return refuse(413, 'The request is too large');
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
  return body === '' || isJson ? body : refuse(415, 'Only application/json is accepted');
}

/** Runs the function behind a route. Of any failure in it, the client learns only that it failed. */
async function run(host: Host, route: ApiRoute, accountId: string, payload: object): Promise<Response> {
  const { key, functionKey } = route;
  const module = { key, type: 'apiRoute', functionKey, resolverKey: undefined, queue: undefined };

  function limitSeconds() {
    return INVOCATION_LIMITS.defaultSeconds;
  }

  try {
    return responseOf(await runFunction(host, { module, functionKey, accountId, payload, limitSeconds }));
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) host.write(`${key} answered what is no answer: ${String(thrown)}`);
    const traceId = host.installation.ids.uuid();
    return Response.json({ code: 500, message: 'Invocation failed', traceId }, { status: 500 });
  }
}
