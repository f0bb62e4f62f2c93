export type FailureCode =
  /** The app's function threw; `errorType` names the error. */
  | 'FUNCTION_FAILED'
  | 'FUNCTION_TIME_OUT'
  | 'FUNCTION_OUT_OF_MEMORY'
  /** The platform would not run the function for this person. */
  | 'INVOCATION_REFUSED'
  | 'PAYLOAD_TOO_LARGE'
  /** An action's inputs don't match the manifest. */
  | 'INPUT_REFUSED'
  /** The manifest or the app has no such module, resolver or handler. */
  | 'NOT_DEFINED';

/** Reports a failure to the caller of a function. */
export class InvocationFailure extends Error {
  readonly code: FailureCode;
  readonly errorType: string;

  constructor(code: FailureCode, message: string, errorType: string = code) {
    super(message);
    this.name = 'InvocationFailure';
    this.code = code;
    this.errorType = errorType;
  }
}

// Forge's reports of failures: to the caller of a function, and to the function that calls a product.
// https://developer.atlassian.com/platform/forge/runtime-reference/errors/

/** Names the errors that keep their type when a function throws them; any other becomes FUNCTION_ERROR. */
const PLATFORM_ERRORS = new Set([
  'REQUEST_EGRESS_ALLOWLIST_ERR',
  'FUNCTION_FETCH_ERR',
  'NEEDS_AUTHENTICATION_ERR',
  'PROXY_ERR',
  'SEND_EMAIL_ERR',
]);

/** Builds the failure that leaves the platform when the app's own code throws. */
export function functionFailed(thrown: unknown): InvocationFailure {
  if (thrown instanceof InvocationFailure) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new InvocationFailure(
    'FUNCTION_FAILED',
    error.message,
    PLATFORM_ERRORS.has(error.name) ? error.name : 'FUNCTION_ERROR',
  );
}

/** Answers in the name of Forge's proxy, not of the product: `@forge/api` throws on this header. */
export function proxyError(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { 'forge-proxy-error': code } });
}

/** Answers so that the package throws `NeedsAuthenticationError`: `out/api/fetch.js`. */
export function needsAuthentication(): Response {
  return proxyError(401, 'NEEDS_AUTHENTICATION_ERR', 'Authentication Required');
}

/** Answers for a feature that the sandbox doesn't model, which is never an empty success. */
export function notModelled(what: string): Response {
  return proxyError(501, 'NOT_MODELLED', `The sandbox does not model ${what}`);
}
