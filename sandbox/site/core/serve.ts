// From a request to its answer: admitted, read, handled, written; or refused on the way.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import type { Identity } from '../../contract/identity';
import type { People } from '../people/model';
import type { Answer, Call, Operation } from './call';
import { admit } from './guard';
import { pointsFor } from './points';
import type { Product, Route } from './product';
import { Refusal, refusalResponse, unmodelled } from './refusal';

export interface Served {
  response: Response;
  points: number;
  /** Id of the created object, if listeners want to know. */
  created?: string;
}

/** Serves a request. `route` is absent if no product has the operation. */
export async function serve<Model extends People>(
  request: Request,
  identity: Identity,
  context: Pick<Call<Model>, 'url' | 'model' | 'clock' | 'ids'>,
  route: Route<Model> | undefined,
): Promise<Served> {
  const { url, model } = context;
  try {
    if (route === undefined) {
      throw unmodelled(`${request.method} ${url.pathname}`);
    }
    const { product, row, params } = route;
    const actor = admit(product, row, { request, identity, state: model });
    requireModelled(row, url);
    const body = await bodyOf(request, row, product);
    const answer = row.handler({ ...context, actor, params: decoded(params), body });
    const created = answer.created === undefined ? {} : { created: answer.created };
    return { response: toResponse(answer), points: pointsFor(identity, answer), ...created };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    const points = refusal.from === 'sandbox' ? 0 : pointsFor(identity, {});

    function bodyFor(one: Refusal) {
      return route?.product.refusalBody(one, url.pathname);
    }

    return { response: refusalResponse(refusal, bodyFor), points };
  }
}

function requireModelled({ method, path, notModelled }: Operation, url: URL): void {
  const name = notModelled?.find((one) => url.searchParams.has(one));
  if (name !== undefined) {
    throw unmodelled(`${method} ${path}?${name}=`);
  }
}

async function bodyOf(
  request: Request,
  { path }: Operation,
  { maxBodyBytes }: Pick<Product, 'maxBodyBytes'>,
): Promise<Call['body']> {
  const text = await request.text();
  const limit = maxBodyBytes?.(path);
  if (limit !== undefined && Buffer.byteLength(text) > limit) {
    throw new Refusal(413, 'The request is too large');
  }
  return { text, contentType: request.headers.get('content-type') ?? '' };
}

function decoded(params: Readonly<Record<string, string>>): Call['params'] {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    throw new Refusal(400, 'The address has a malformed escape');
  }
}

function toResponse({ status, json, headers }: Answer): Response {
  const init = { status, headers: headers ?? {} };
  return json === undefined ? new Response(null, init) : Response.json(json, init);
}
