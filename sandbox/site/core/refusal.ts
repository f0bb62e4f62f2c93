// Refusals on their way to a caller. The gateway's get their bodies here; a product builds its own.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/#error-responses

/** Carries a refusal to the edge, where it gets the body of the called API version. */
export class Refusal extends Error {
  readonly status: number;
  /** Origin: `gateway`, `scopes`, `text` and `empty` come from services before the product, each in its own shape; `sandbox` from none of Atlassian's. */
  readonly from: 'product' | 'gateway' | 'scopes' | 'text' | 'empty' | 'sandbox';
  /** Problems by field, where the product names them. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(status: number, message: string, from: Refusal['from'] = 'product', fields?: Refusal['fields']) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.from = from;
    this.fields = fields;
  }
}

/** Refuses a call that Atlassian would answer and the sandbox doesn't model. */
export function unmodelled(what: string): Refusal {
  return new Refusal(501, what, 'sandbox');
}

const SCOPE_MISMATCH = 'Unauthorized; scope does not match';

/** Refuses a token that lacks a scope. */
export function scopeMismatch(): Refusal {
  return new Refusal(401, SCOPE_MISMATCH, 'scopes');
}

/** Refuses an app where the resource is closed to apps, in the same words. */
export function closedToApps(): Refusal {
  return new Refusal(401, SCOPE_MISMATCH, 'gateway');
}

/** Builds the answer; `bodyOf` builds a product's body. */
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
