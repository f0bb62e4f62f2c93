// `view.createHistory()`: a history (v4) object within one module's page.
// https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#createhistory
interface Location {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
  key: string;
}

type Listener = (location: Location, action: string) => void;

type Target = string | { pathname?: string; search?: string; hash?: string; state?: unknown };

/** Creates a history at `/`. It never changes the browser's address. */
export function createHistory(): Record<string, unknown> {
  const listeners = new Set<Listener>();
  const locate = createLocator();
  const first = locate('/');
  const stack = [first];
  let at = 0;

  function move(to: number, action: string): void {
    at = Math.max(0, Math.min(stack.length - 1, to));
    const location = stack[at] ?? first;
    for (const listener of listeners) listener(location, action);
  }

  return {
    action: 'POP',
    length: 1,
    location: first,
    createHref: (target: Target) => locate(target).pathname,
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (target: Target) => {
      stack.splice(at + 1, stack.length, locate(target));
      move(at + 1, 'PUSH');
    },
    replace: (target: Target) => {
      stack[at] = locate(target);
      move(at, 'REPLACE');
    },
    go: (by: number) => {
      move(at + by, 'POP');
    },
    goBack: () => {
      move(at - 1, 'POP');
    },
    goForward: () => {
      move(at + 1, 'POP');
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
