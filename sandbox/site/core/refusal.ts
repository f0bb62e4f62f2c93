// Refusals on their way to a caller. The gateway's are answered here; a product wraps its own.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/#error-responses

/** A refusal on its way to the edge, where it gets the envelope of the API version that was called. */
export class Refusal extends Error {
  readonly status: number;
  /** `gateway`, `scopes`, `text` and `empty` are answered by what stands before the product, in shapes of their own; `sandbox` by nobody. */
  readonly from: 'product' | 'gateway' | 'scopes' | 'text' | 'empty' | 'sandbox';
  /** What is wrong with each field, where the product tells it. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(status: number, message: string, from: Refusal['from'] = 'product', fields?: Refusal['fields']) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.from = from;
    this.fields = fields;
  }
}

/** Returns what Atlassian would answer, and the sandbox does not model. */
export function unmodelled(what: string): Refusal {
  return new Refusal(501, what, 'sandbox');
}

const SCOPE_MISMATCH = 'Unauthorized; scope does not match';

/** The token lacks a scope. */
export function scopeMismatch(): Refusal {
  return new Refusal(401, SCOPE_MISMATCH, 'scopes');
}

/** The resource is closed to apps, in the same words. */
export function closedToApps(): Refusal {
  return new Refusal(401, SCOPE_MISMATCH, 'gateway');
}

/** `bodyOf` is the product's way to wrap it. */
export function refusalResponse(refusal: Refusal, bodyOf: (refusal: Refusal) => unknown): Response {
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
  return Response.json(bodyOf(refusal), { status });
}

function notModelled(what: string): Response {
  return Response.json({ message: `not modelled: ${what}` }, { status: 501 });
}
