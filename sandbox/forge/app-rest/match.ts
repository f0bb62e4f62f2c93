// Which route a path belongs to.
// https://developer.atlassian.com/platform/forge/access-rest-apis-exposed-by-a-forge-app/#dynamic-paths-and-parameters
import type { ApiRoute } from '../manifest-routes';

/** The first route that fits. */
export function routeAt(routes: readonly ApiRoute[], method: string, path: string): ApiRoute | undefined {
  return routes.find((route) => route.operation === method && isAt(route, path));
}

/** `*` stands for one segment, `**` for one or more. Everything else in a pattern is a letter, a digit or a slash. */
function isAt({ path: pattern }: ApiRoute, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\*+/g, (stars) => (stars === '*' ? '[^/]+' : '.+'))}$`).test(path);
}
