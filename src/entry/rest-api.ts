import { createOneCustomer } from '../customers/creation/create-one-customer';
import type { InProject } from '../customers/in-project';
import { findCustomer } from '../customers/lookup/find-customer';
import type { RestApiAnswers } from '../shared/customers/api';
import { restApiPayloads as payloads } from '../shared/customers/payloads';
import { at, projectClaimOf, whoCalls, type Call } from './call/caller';
import { createGuard, type GuardParts } from './call/guard';
import { proveAgent } from './call/jira-proofs';
import type { Prove } from './call/proofs';
import type { Table } from './call/row';
import { httpAnswer, type HttpAnswer } from './problem-details';

/** Lists every call of the app REST API. */
export const restApi: Table<typeof payloads, InProject, RestApiAnswers> = {
  createCustomer: { payload: payloads.createCustomer, action: 'createCustomer', run: createOneCustomer },
  findCustomer: { payload: payloads.findCustomer, action: 'readCustomers', run: findCustomer },
};

/** A function behind an `apiRoute`: https://developer.atlassian.com/platform/forge/manifest-reference/modules/api-route/ */
type Route = (request: unknown, platform: unknown) => Promise<HttpAnswer>;

/** Proves the project that the request names. */
const proveApi: Prove<InProject> = (ports, { projectClaim }, caller) => proveAgent(ports, projectClaim, caller, 'api');

/** Makes `POST /customers` and `GET /customers`. The platform names the caller, never a header. */
export function createRestApi(parts: Omit<GuardParts<InProject>, 'prove'>): {
  post: Route;
  get: Route;
} {
  const guard = createGuard({ ...parts, prove: proveApi });
  return {
    post: async (request, platform) =>
      httpAnswer(
        await guard(callOf('createCustomer', withKey(bodyOf(request), request), platform), restApi.createCustomer),
      ),
    get: async (request, platform) =>
      httpAnswer(await guard(callOf('findCustomer', queryOf(request), platform), restApi.findCustomer)),
  };
}

function callOf(functionKey: string, payload: unknown, platform: unknown): Call {
  return {
    functionKey,
    payload: payload ?? null,
    ...whoCalls(platform),
    spaceClaim: undefined,
    projectClaim: projectClaimOf(at(payload, 'projectKey')),
  };
}

function withKey(body: unknown, request: unknown): unknown {
  const key = headerOf(request, 'idempotency-key');
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  // The key comes only in its header.
  return isObject ? { ...body, idempotencyKey: key ?? undefined } : body;
}

/** Returns a header, whatever the case of its name. One given twice comes back as a list, which the schema refuses. */
function headerOf(request: unknown, name: string): unknown {
  const values = Object.entries((at(request, 'headers') ?? {}) as object)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]: [string, unknown]) => value);
  return values.length > 1 ? values : values[0];
}

/** Returns the body of a `POST`; the schema refuses anything but a JSON object. */
function bodyOf(request: unknown): unknown {
  const body = at(request, 'body');
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the query of a `GET`: each name once. A name given twice keeps its list of values, which the schema refuses. */
function queryOf(request: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((at(request, 'queryParameters') ?? {}) as object).map(([name, values]: [string, unknown]) => [
      name,
      Array.isArray(values) && values.length > 1 ? values : first(values),
    ]),
  );
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
