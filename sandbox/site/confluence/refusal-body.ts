// Refusals in Confluence's words, and their bodies in its two APIs.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/#error-responses
import { Refusal } from '../core/refusal';

export function refusalBody({ status, message }: Refusal, path: string): unknown {
  return isV2(path) ? v2Body(status, message) : v1Body(status, message);
}

export function isV2(path: string): boolean {
  return path.startsWith('/wiki/api/v2/');
}

/** Refuses a group write in the words of the identity service that decides on it. */
export function notSiteAdmin(): Refusal {
  return new Refusal(
    403,
    'com.atlassian.idp.client.exceptions.AuthorizationException: {"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}',
  );
}

const V2_CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'REQUEST_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

function v2Body(status: number, message: string): unknown {
  return { errors: [{ status, code: V2_CODES[status] ?? 'ERROR', title: message, detail: null }] };
}

/** Prefixes of v1 messages by status: the Java class of the refusal. */
const V1_CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'NotAuthenticatedException',
  403: 'PermissionException',
  404: 'NotFoundException',
  413: 'ContentTooLongException',
};

function v1Body(status: number, message: string): unknown {
  const prefix = V1_CLASSES[status];
  const full =
    prefix === undefined || message.startsWith('com.atlassian.')
      ? message
      : `com.atlassian.confluence.api.service.exceptions.${prefix}: ${message}`;
  const errors = [{ message: { translation: message, args: [] } }];
  return {
    statusCode: status,
    data: { authorized: status !== 401 && status !== 403, valid: false, errors, successful: false },
    message: full,
  };
}
