// A product's part of the site: its operations, and the conventions of its REST APIs.
import type { Account, People } from '../people/model';
import type { Operation, Row } from './call';
import type { Refusal } from './refusal';

export interface Product<Model extends People = People> {
  name: string;
  /** Tells whether a path belongs to the product. No two products serve the same path. */
  serves: (path: string) => boolean;
  rows: readonly Row<Model>[];
  /** Refuses an account that may not use the product. */
  requireUse: (state: Model, account: Account, operation: Operation) => void;
  /** Builds the body of a refusal. */
  refusalBody: (refusal: Refusal, path: string) => unknown;
  /** Name of the quota that its calls count against, as in `RateLimit-Reason`. */
  quota: string;
  /** Maximum bytes of a body; a larger one gets 413. Absent: no limit. */
  maxBodyBytes?: (path: string) => number | undefined;
}

export interface Route<Model extends People> {
  product: Product<Model>;
  row: Row<Model>;
  /** Parameters of the path, as received. */
  params: Record<string, string>;
}

/** Builds a function that finds the operation for a request; undefined if no product has it. */
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
