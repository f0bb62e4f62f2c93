// The bridge's product side on a real page: resolver calls go to the server, navigation to the browser.
import { addressOf } from '../address';
import type { Boot, OpenPage } from '../boot';
import type { Destination } from '../bridge/commands';
import { createHost } from '../bridge/host';
import type { Host } from '../bridge/host';
import { addressBarBehind } from './address-bar';
import { invoke } from './requests';

/** Creates the host of one page and makes it available to its frames. */
export function hostFor(boot: Boot, openPage: Extract<OpenPage, { kind: 'app' }>): Host {
  function colorMode() {
    return document.documentElement.dataset['colorMode'] ?? 'light';
  }

  const host = createHost({
    invoke: async (call) =>
      invoke({ ...call, moduleKey: openPage.page.moduleKey, context: { extension: openPage.context['extension'] } }),
    context: () => ({ ...openPage.context, siteUrl: location.origin, theme: { colorMode: colorMode() } }),
    urlOf: (destination) => urlOf(boot, destination),
    navigate: (url, type) => {
      if (type === 'new-tab') window.open(url, '_blank', 'noopener');
      else location.assign(url);
    },
    reload: () => {
      location.reload();
    },
    ...(openPage.historyBase !== undefined && { addressBar: addressBarBehind(openPage.historyBase) }),
  });
  window.__forgeHost = host;
  // Read by browser tests.
  Object.defineProperty(window, '__unmodelled', { get: () => host.store.get().unmodelled });
  return host;
}

/** Resolves the router's named targets to addresses. https://developer.atlassian.com/platform/forge/custom-ui-bridge/router/ */
function urlOf(boot: Boot, { url, target, moduleKey, spaceKey, projectKey }: Destination): string | undefined {
  if (url !== undefined) return absolute(url);
  if (target === 'spaceView' && spaceKey !== undefined) return absolute(`/wiki/spaces/${spaceKey}/overview`);
  const page = target === 'module' ? boot.pages.find((other) => other.moduleKey === moduleKey) : undefined;
  const here = boot.openPage.kind === 'app' ? boot.openPage : undefined;
  const key =
    page?.type === 'jiraServiceManagement:queuePage'
      ? (projectKey ?? here?.project?.key)
      : (spaceKey ?? here?.space?.key);
  return page && absolute(addressOf(page, key));
}

function absolute(path: string): string {
  return new URL(path, location.origin).href;
}
