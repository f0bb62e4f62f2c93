// The bodies in which a refusal is wrapped: by Confluence (v1, v2), Jira, Jira Service Management, and the gateway.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/#error-responses
import { productOf } from './product';

/** A refusal on its way to the edge, where it gets the envelope of the API version that was called. */
export class Refusal extends Error {
  readonly status: number;
  /** `gateway`, `scopes`, `text` and `empty` are answered by what stands before the product, in shapes of their own; `sandbox` by nobody. */
  readonly from: 'product' | 'gateway' | 'scopes' | 'text' | 'empty' | 'sandbox';
  /** What is wrong with each field, as Jira tells it. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(status: number, message: string, from: Refusal['from'] = 'product', fields?: Refusal['fields']) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.from = from;
    this.fields = fields;
  }
}

/** What Atlassian would answer, and the sandbox does not model. */
export const unmodelled = (what: string): Refusal => new Refusal(501, what, 'sandbox');

const SCOPE_MISMATCH = 'Unauthorized; scope does not match';

/** The token lacks a scope. */
export const scopeMismatch = (): Refusal => new Refusal(401, SCOPE_MISMATCH, 'scopes');

/** The resource is closed to apps, in the same words. */
export const closedToApps = (): Refusal => new Refusal(401, SCOPE_MISMATCH, 'gateway');

/** Jira Service Management's answer to those without an agent licence has no body. */
export const emptyRefusal = (): Refusal => new Refusal(403, '', 'empty');

/** A refusal that names the fields that are wrong. Jira only. */
export const fieldRefusal = (status: number, fields: Readonly<Record<string, string>>): Refusal =>
  new Refusal(status, Object.values(fields).join(' '), 'product', fields);

/** Group writes are refused in the words of the identity service that decides on them. */
export const notSiteAdmin = (): Refusal =>
  new Refusal(
    403,
    'com.atlassian.idp.client.exceptions.AuthorizationException: {"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}',
  );

/** The prefix that a v1 message carries: the Java class of the refusal. */
const V1_CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'NotAuthenticatedException',
  403: 'PermissionException',
  404: 'NotFoundException',
  413: 'ContentTooLongException',
};

const V2_CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'REQUEST_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
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

function v2Body(status: number, message: string): unknown {
  return { errors: [{ status, code: V2_CODES[status] ?? 'ERROR', title: message, detail: null }] };
}

function bodyFor({ status, message, fields }: Refusal, path: string): unknown {
  switch (productOf(path)) {
    case 'jsm':
      return { errorMessage: message };
    case 'jira':
      return fields === undefined ? { errorMessages: [message], errors: {} } : { errorMessages: [], errors: fields };
    case 'confluence':
      return path.startsWith('/wiki/api/v2/') ? v2Body(status, message) : v1Body(status, message);
  }
}

export function refusalResponse(refusal: Refusal, path: string): Response {
  const { status, message, from } = refusal;
  if (from === 'sandbox') {
    return notModelled(message);
  }
  if (from === 'text') {
    return new Response(message, { status, headers: { 'content-type': 'text/plain' } });
  }
  if (from === 'empty') {
    return new Response(null, { status });
  }
  if (from === 'gateway' || from === 'scopes') {
    const headers = from === 'scopes' ? { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' } : {};
    return Response.json({ code: status, message }, { status, headers });
  }
  return Response.json(bodyFor(refusal, path), { status });
}

function notModelled(what: string): Response {
  return Response.json({ message: `not modelled: ${what}` }, { status: 501 });
}
