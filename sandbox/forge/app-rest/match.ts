// Which route a path belongs to.
// https://developer.atlassian.com/platform/forge/access-rest-apis-exposed-by-a-forge-app/#dynamic-paths-and-parameters
import type { ApiRoute } from '../manifest-routes';

/** `*` stands for one segment, `**` for one or more. Everything else in a pattern is a letter, a digit or a slash. */
const isAt = ({ path: pattern }: ApiRoute, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/\*+/g, (stars) => (stars === '*' ? '[^/]+' : '.+'))}$`).test(path);

/** The first route that fits. */
export const routeAt = (routes: readonly ApiRoute[], method: string, path: string): ApiRoute | undefined =>
  routes.find((route) => route.operation === method && isAt(route, path));
