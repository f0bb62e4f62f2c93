// The address of a page as a browser keeps it, without a browser.
import type { AddressBar } from '../../sandbox/web/bridge/history';

interface TestBar extends AddressBar {
  back: () => void;
  forward: () => void;
}

/** Creates an address with a history; a page that is mounted with it begins at `path`. */
export function anAddressBar(path = '/'): TestBar {
  const listeners = new Set<() => void>();
  const paths = [path];
  let at = 0;

  function go(by: number): void {
    at = Math.max(0, Math.min(paths.length - 1, at + by));
    for (const listener of listeners) listener();
  }

  return {
    path: () => paths[at] ?? '/',
    push: (next) => {
      at += 1;
      paths.splice(at, paths.length, next);
    },
    replace: (next) => {
      paths[at] = next;
    },
    go,
    onMoved: (listener) => {
      listeners.add(listener);
    },
    back: () => {
      go(-1);
    },
    forward: () => {
      go(1);
    },
  };
}
