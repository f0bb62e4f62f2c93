// What a product brings to the site: its operations, and the manners of its REST APIs.
import type { Account, People } from '../people/model';
import type { Operation, Row } from './call';
import type { Refusal } from './refusal';

export interface Product<Model extends People = People> {
  name: string;
  /** Whether an address is one of the product's. No two products serve the same. */
  serves: (path: string) => boolean;
  rows: readonly Row<Model>[];
  /** Refuses an account that may not use the product. */
  requireUse: (state: Model, account: Account, operation: Operation) => void;
  /** The body in which the product wraps a refusal. */
  refusalBody: (refusal: Refusal, path: string) => unknown;
  /** The count of points that its calls go into, as `RateLimit-Reason` names it. */
  quota: string;
  /** Bytes of a body, above which the answer is 413; absent: no limit. */
  maxBodyBytes?: (path: string) => number | undefined;
}

export interface Route<Model extends People> {
  product: Product<Model>;
  row: Row<Model>;
  /** Of the path, as received. */
  params: Record<string, string>;
}

/** Finds the operation that serves a request. What no product has is answered 501. */
export function createRoutes<Model extends People>(products: readonly Product<Model>[]) {
  const patterns = products.flatMap((product) =>
    product.rows.map((row) => ({ product, row, pattern: patternOf(row.path) })),
  );
  return (method: string, path: string): Route<Model> | undefined => {
    for (const { product, row, pattern } of patterns) {
      const match = row.method === method ? pattern.exec(path) : null;
      if (match !== null) {
        return { product, row, params: { ...match.groups } };
      }
    }
    return undefined;
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}
