// A REST call on its way through the site, the table row that serves it, and its answer.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import type { z } from 'zod';

import type { Clock, Ids } from '../../contract/clock';
import type { Actor, People } from '../people/model';
import { MAX_INT32 } from './limits';
import { Refusal } from './refusal';

/** Holds one REST call. The product's operations act on `Model`. */
export interface Call<Model extends People = People> {
  model: Model;
  clock: Clock;
  ids: Ids;
  actor: Actor;
  url: URL;
  params: Readonly<Record<string, string>>;
  body: { text: string; contentType: string };
}

/**
 * Holds a handler's answer. A read names the objects that the app pays for: `people` counts user, group and permission objects,
 * `objects` all others, such as spaces and issues.
 */
export interface Answer {
  status: number;
  json?: unknown;
  headers?: Readonly<Record<string, string>>;
  people?: number;
  objects?: number;
  /** Id of the created object, if listeners want to know. */
  created?: string;
}

/** Describes one modeled operation of the OpenAPI documents. */
export interface Operation {
  operationId: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Path from the site's root, with `{parameters}`. */
  path: string;
  /** Alternative sets, the classic one and the granular one: any one is enough. */
  scopes: readonly (readonly string[])[];
  /** Closed to apps, impersonation included. */
  closedToApps?: true;
  /** Available only to callers who opt in with a header. */
  experimental?: true;
  /** Documented query parameters that the sandbox doesn't model: using one gets 501. */
  notModelled?: readonly string[];
}

export interface Row<Model extends People = People> extends Operation {
  handler: (call: Call<Model>) => Answer;
}

/** Reads and checks the JSON body. Call it after authorizing: Atlassian is assumed to check permissions first. */
export function readBody<Schema extends z.ZodType>({ body }: Pick<Call, 'body'>, schema: Schema): z.output<Schema> {
  if (!/^application\/json\s*(;|$)/i.test(body.contentType)) {
    throw new Refusal(415, 'The content type of a body must be application/json');
  }
  let json: unknown;
  try {
    json = JSON.parse(body.text);
  } catch {
    throw new Refusal(400, 'The body is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw new Refusal(400, `The body is invalid: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  }
  return parsed.data;
}

/** Reads a query parameter that must be present and not empty. */
export function requiredParam({ url }: Pick<Call, 'url'>, name: string): string {
  const value = url.searchParams.get(name);
  if (value === null || value.trim() === '') {
    throw new Refusal(400, `The parameter ${name} is missing`);
  }
  return value;
}

export function booleanParam({ url }: Pick<Call, 'url'>, name: string): boolean {
  const value = url.searchParams.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') {
    throw new Refusal(400, `The parameter ${name} must be true or false`);
  }
  return value === 'true';
}

/** Reads an optional parameter that must hold one of the choices. */
export function choiceParam<Choice extends string>(
  { url }: Pick<Call, 'url'>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = url.searchParams.get(name);
  const choice = choices.find((one) => one === value);
  if (value !== null && choice === undefined) {
    throw new Refusal(400, `The parameter ${name} must be one of ${choices.join(', ')}`);
  }
  return choice;
}

/** Reads a list, given as repeated parameters, with commas, or both. */
export function listParam({ url }: Pick<Call, 'url'>, name: string): string[] {
  return url.searchParams
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');
}

export function numberParam({ url }: Pick<Call, 'url'>, name: string, byDefault: number): number {
  const value = url.searchParams.get(name);
  if (value === null) {
    return byDefault;
  }
  if (!/^\d{1,10}$/.test(value) || Number(value) > MAX_INT32) {
    throw new Refusal(400, `The parameter ${name} must be a whole number from 0 to ${MAX_INT32}`);
  }
  return Number(value);
}
