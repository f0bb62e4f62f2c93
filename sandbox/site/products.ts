// The products whose REST APIs the site serves. Operations in none of their tables get 501.
import type { Model } from './changes';
import { confluence } from './confluence/confluence';
import { createRoutes, type Product } from './core/product';
import { jira } from './jira/jira';
import { jsm } from './jsm/jsm';

export const products: readonly Product<Model>[] = [confluence, jira, jsm];

/** Holds every operation that the sandbox models. */
export const rows = products.flatMap((product) => product.rows);

/** Finds the operation for a request. */
export const findRoute = createRoutes(products);

/** Names the quota that a call to this path counts against. */
export function quotaOf(path: string): string {
  return products.find(({ serves }) => serves(path))?.quota ?? confluence.quota;
}
