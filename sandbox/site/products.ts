// The products whose REST APIs the site answers. What is in none of their tables answers 501.
import type { Model } from './changes';
import { confluence } from './confluence/confluence';
import { createRoutes, type Product } from './core/product';
import { jira } from './jira/jira';
import { jsm } from './jsm/jsm';

export const products: readonly Product<Model>[] = [confluence, jira, jsm];

/** Every operation that the sandbox models. */
export const rows = products.flatMap((product) => product.rows);

/** The operation that serves a request. */
export const findRoute = createRoutes(products);

/** The count of points that a call to this address goes into. */
export function quotaOf(path: string): string {
  return products.find(({ serves }) => serves(path))?.quota ?? confluence.quota;
}
