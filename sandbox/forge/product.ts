// A call to a product's REST API through Forge's proxy.
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestconfluence/
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestjira/
import type { Identity } from '../contract/identity';
import type { Site } from '../contract/site';
import { notModelled } from './failure';
import type { Product } from './products';
import { outsideSeam } from './seams';

/** Headers that the proxy drops: it brings its own credentials. */
const DROPPED_HEADERS = ['authorization', 'cookie', 'host'];

interface ProductCall {
  product: Product;
  identity: Identity;
  path: string;
  init: RequestInit;
}

export async function callProduct(site: Site, { product, identity, path, init }: ProductCall): Promise<Response> {
  const url = urlOf(product, path);
  if (url === undefined) return notModelled(`the product target ${path}`);
  const headers = new Headers(init.headers);
  for (const name of DROPPED_HEADERS) headers.delete(name);
  const request = new Request(url, { ...init, headers, redirect: 'manual' });
  return outsideSeam(() => site.fetch(request, identity));
}

/** Placeholder: only path and query matter, since the installation's site answers. */
const ORIGIN = 'https://site.invalid';

/** Matches the paths of each product's REST API, with dots already resolved. */
const REST_PATHS: Record<Product, RegExp> = { confluence: /^\/wiki(\/|$)/, jira: /^\/rest\// };

/** Resolves an address within the product; the proxy adds /wiki where an app leaves it out. */
function urlOf(product: Product, path: string): URL | undefined {
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return undefined;
  const isWhole = product === 'jira' || /^\/wiki([/?#]|$)/.test(path);
  const url = new URL(isWhole ? path : `/wiki${path}`, ORIGIN);
  return REST_PATHS[product].test(url.pathname) ? url : undefined;
}
