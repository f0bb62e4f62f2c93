// Matching of a path to its route.
// https://developer.atlassian.com/platform/forge/access-rest-apis-exposed-by-a-forge-app/#dynamic-paths-and-parameters
import type { ApiRoute } from '../manifest-routes';

/** Returns the first route that matches. */
export function routeAt(routes: readonly ApiRoute[], method: string, path: string): ApiRoute | undefined {
  return routes.find((route) => route.operation === method && isAt(route, path));
}

/** Matches a path against a pattern: `*` stands for one segment, `**` for one or more. All other characters are letters, digits and slashes. */
function isAt({ path: pattern }: ApiRoute, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\*+/g, (stars) => (stars === '*' ? '[^/]+' : '.+'))}$`).test(path);
}
