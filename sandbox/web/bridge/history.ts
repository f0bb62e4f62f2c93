// `view.createHistory()`: a history (v4) object of one module's page. Its paths begin behind the page's own address.
// https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#createhistory
interface Location {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
  key: string;
}

type Listener = (location: Location, action: string) => void;

type Target = string | { pathname?: string; search?: string; hash?: string; state?: unknown };

/** Holds the part of the browser's address that belongs to the page: a path, from `/` on. */
export interface AddressBar {
  path: () => string;
  push: (path: string) => void;
  replace: (path: string) => void;
  go: (by: number) => void;
  /** Calls a listener after each move of the browser, back or forward. */
  onMoved: (listener: () => void) => void;
}

/** Creates the history of a page. It begins where the address is. */
export function createHistory(bar: AddressBar): Record<string, unknown> {
  const listeners = new Set<Listener>();
  const locate = createLocator();

  function tell(location: Location, action: string): void {
    for (const listener of listeners) listener(location, action);
  }

  function write(target: Target, how: 'push' | 'replace'): void {
    const location = locate(target);
    bar[how](`${location.pathname}${location.search}${location.hash}`);
    tell(location, how.toUpperCase());
  }

  bar.onMoved(() => {
    tell(locate(bar.path()), 'POP');
  });
  return {
    action: 'POP',
    length: 1,
    location: locate(bar.path()),
    createHref: (target: Target) => locate(target).pathname,
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (target: Target) => {
      write(target, 'push');
    },
    replace: (target: Target) => {
      write(target, 'replace');
    },
    go: (by: number) => {
      bar.go(by);
    },
    goBack: () => {
      bar.go(-1);
    },
    goForward: () => {
      bar.go(1);
    },
  };
}

/** Returns a function that makes locations, each with a key of its own. */
function createLocator(): (target: Target) => Location {
  let count = 0;

  return (target) => {
    const text =
      typeof target === 'string' ? target : `${target.pathname ?? '/'}${target.search ?? ''}${target.hash ?? ''}`;
    const { pathname, search, hash } = new URL(text, 'http://history');
    const state = typeof target === 'string' ? undefined : target.state;
    return { pathname, search, hash, state, key: String((count += 1)) };
  };
}
