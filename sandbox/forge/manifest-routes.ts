// The routes of an app's own REST API.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/api-route/
import { z } from 'zod';

/** Uses the patterns of the published schema (https://www.npmjs.com/package/@forge/manifest). */
const route = z.looseObject({
  key: z.string(),
  path: z.string().regex(/^\/[a-zA-Z0-9]+(\/[a-zA-Z0-9]+|\/\*)*(\/\*\*)?$/),
  operation: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']),
  function: z.string(),
  scopes: z
    .array(z.string().regex(/^[-.:_a-zA-Z0-9]{1,93}:custom$/))
    .min(1)
    .max(20),
});

export interface ApiRoute {
  key: string;
  /** Pattern such as `/customers/*`: `*` stands for one segment, `**` for the rest. */
  path: string;
  operation: z.infer<typeof route>['operation'];
  functionKey: string;
  scopes: readonly string[];
}

/** Reads the `apiRoute` modules. */
export function apiRoutesOf(raw: readonly unknown[]): readonly ApiRoute[] {
  return z
    .array(route)
    .parse(raw)
    .map(({ key, path, operation, function: functionKey, scopes }) => ({ key, path, operation, functionKey, scopes }));
}
