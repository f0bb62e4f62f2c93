// A call of the Confluence REST API through Forge's proxy.
// https://developer.atlassian.com/platform/forge/apis-reference/fetch-api-product.requestconfluence/
import type { Identity, Site } from '../contract';
import { notModelled } from './failure';
import { outsideSeam } from './seams';

/** Only path and query matter; the site that answers is the installation's. */
const ORIGIN = 'https://site.invalid';
/** The proxy brings its own credentials. */
const DROPPED_HEADERS = ['authorization', 'cookie', 'host'];

/** The path below Confluence's context; the proxy adds /wiki where an app leaves it out. */
const urlOf = (path: string): URL | undefined => {
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return undefined;
  const url = new URL(/^\/wiki([/?#]|$)/.test(path) ? path : `/wiki${path}`, ORIGIN);
  return /^\/wiki(\/|$)/.test(url.pathname) ? url : undefined;
};

export const callConfluence = async (
  site: Site,
  identity: Identity,
  path: string,
  init: RequestInit,
): Promise<Response> => {
  const url = urlOf(path);
  if (url === undefined) return notModelled(`the product target ${path}`);
  const headers = new Headers(init.headers);
  for (const name of DROPPED_HEADERS) headers.delete(name);
  const request = new Request(url, { ...init, headers, redirect: 'manual' });
  return outsideSeam(() => site.fetch(request, identity));
};
