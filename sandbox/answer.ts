// Who answers a request to the sandbox: the site's REST APIs, the app's own, or the sandbox's paths.
// https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/
import type { Site } from './contract/site';
import { answerControl } from './forge/control';
import type { Controlled } from './forge/control';
import { basicAccount } from './forge/sign-in';

const REST_PATH = /^\/(wiki|rest)\//;
const GATEWAY_PATH = /^\/gateway\//;

/** Answers the site's REST API for HTTP Basic credentials, the app's own for tokens, and the sandbox's `/_sandbox` paths. */
export async function answer(parts: Controlled, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (REST_PATH.test(pathname)) return answerRest(parts.site, request);
  if (GATEWAY_PATH.test(pathname)) return parts.forge.appRest.answer(request);
  return answerControl(parts, request);
}

async function answerRest(site: Site, request: Request): Promise<Response> {
  const accountId = basicAccount(site, request);
  if (accountId === undefined) {
    const refused = await site.fetch(request, { kind: 'anonymous' });
    refused.headers.set('www-authenticate', 'Basic realm="protected-area"');
    return refused;
  }
  return site.fetch(request, { kind: 'basic', accountId });
}
