import type { AddressBar } from '../bridge/history';

/** Gives a page the part of the browser's address behind its own, such as `/groups` of `/wiki/admin/apps/settings/groups`. */
export function addressBarBehind(base: string): AddressBar {
  return {
    path: () => `${location.pathname.slice(base.length)}${location.search}${location.hash}` || '/',
    push: (path) => {
      history.pushState(null, '', addressOf(path));
    },
    replace: (path) => {
      history.replaceState(null, '', addressOf(path));
    },
    go: (by) => {
      history.go(by);
    },
    onMoved: (listener) => {
      window.addEventListener('popstate', listener);
    },
  };

  function addressOf(path: string): string {
    return path === '/' ? base : `${base}${path}`;
  }
}
