// Stands for OAuth 2.0 (3LO), which needs Atlassian's own pages: a seeded person consents to scopes and gets a token.
// https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/
import { z } from 'zod';

import type { Site } from '../../contract/site';
import { bodyOf, errorAnswer } from '../control-answers';
import { basicAccount } from '../sign-in';
import type { AppRest } from './app-rest';
import { TOKEN_SECONDS } from './tokens';

const consent = z.strictObject({ scopes: z.array(z.string()).min(1) });

/** Answers as Atlassian's token endpoint does, for the Basic credentials of the person who consents. */
export async function answerConsent(site: Site, appRest: AppRest, request: Request): Promise<Response> {
  const accountId = basicAccount(site, request);
  if (accountId === undefined) return errorAnswer(401, 'UNAUTHORIZED', 'Send the Basic credentials of who consents');
  const scopes = (await bodyOf(request, consent))?.scopes;
  if (scopes === undefined) return errorAnswer(400, 'INVALID_REQUEST', 'Send scopes');
  const unknown = scopes.find((scope) => !appRest.scopes.includes(scope));
  if (unknown !== undefined) return errorAnswer(400, 'INVALID_SCOPE', `The app has no scope ${unknown}`);
  const access_token = appRest.issueToken(accountId, scopes);
  return Response.json({ access_token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: scopes.join(' ') });
}
