// Addresses of Atlassian's REST APIs, made by Forge's `route` so that no id can lead elsewhere.
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestconfluence/
import { route, type Route } from '@forge/api';

export type Query = Readonly<Record<string, string | number | boolean>>;

/** Fills `{name}` in a path template and appends the query. */
export function routeTo(template: string, path: Readonly<Record<string, string>>, query: Query): Route {
  const parts = template.split(/\{(\w+)\}/);
  const texts = parts.filter((_, index) => index % 2 === 0);
  const values: (string | URLSearchParams)[] = parts
    .filter((_, index) => index % 2 === 1)
    .map((name) => segment(path, name));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  if (search.size > 0) {
    texts.push(`${texts.pop() ?? ''}?`, '');
    values.push(search);
  }
  return route(Object.assign(texts, { raw: texts }), ...values);
}

/**
 * Matches every id in a path: a space's, a group's, an issue's, or a project's with its prefix. `route` itself would let `%2F` pass.
 *
 * `CustomerRequest` lets a project's key be 255 characters long.
 */
const SEGMENT = /^[0-9A-Za-z_:-]{1,280}$/;

function segment(path: Readonly<Record<string, string>>, name: string): string {
  const value = path[name];
  if (value === undefined || !SEGMENT.test(value)) throw new Error(`No address: ${name} is no id`);
  return value;
}
