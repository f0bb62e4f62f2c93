// One REST call on its way through the site, the row of the table that serves it, and what comes back.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import type { z } from 'zod';

import type { Clock, Ids } from '../../contract/clock';
import type { Actor, People } from '../people/model';
import { MAX_INT32 } from './limits';
import { Refusal } from './refusal';

/** `Model` is what the product's operations act on. */
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
 * What a handler answers. A read says what the app pays for: `people` counts user, group and permission objects,
 * `objects` all others, such as spaces and issues.
 */
export interface Answer {
  status: number;
  json?: unknown;
  headers?: Readonly<Record<string, string>>;
  people?: number;
  objects?: number;
  /** The id of what the call created, if somebody may listen for it. */
  created?: string;
}

/** One modelled operation of the OpenAPI documents. */
export interface Operation {
  operationId: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** From the site's root, with `{parameters}`. */
  path: string;
  /** Any one of these sets is enough: the classic one, or the granular one. */
  scopes: readonly (readonly string[])[];
  /** Closed to apps, impersonation included. */
  closedToApps?: true;
  /** Answered to those alone who opt in with a header. */
  experimental?: true;
  /** Documented query parameters that the sandbox does not model: using one is answered 501. */
  notModelled?: readonly string[];
}

export interface Row<Model extends People = People> extends Operation {
  handler: (call: Call<Model>) => Answer;
}

/** The JSON body, checked. Call it after authorizing: Atlassian is assumed to look at rights first. */
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

/** A query parameter that must be there and not be empty. */
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

/** A parameter that holds one of a closed list, or is absent. */
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

/** A list, given as repeated parameters, with commas, or both. */
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
