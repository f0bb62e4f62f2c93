// The product's chrome around a page: top bar, side navigation, breadcrumbs, title.
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import { useCallback, useMemo } from 'react';

import { isJiraPage } from '../address';
import type { Boot, OpenPage } from '../boot';
import { AppPage } from './app-page';
import { Bar } from './bar/bar';
import { Home } from './home';
import { ManageApps } from './manage-apps';
import { Navigation } from './navigation';
import { hostFor } from './product-host';
import { ComparedCalls } from './stories/compared-calls';
import { StoryBand } from './stories/story-band';
import { Switcher } from './switcher';
import { ThemeSwitch } from './theme-switch';

/** Shows a whole page. */
export function Shell({ boot }: { boot: Boot }) {
  const host = useMemo(() => hostOf(boot, boot.openPage), [boot]);
  const onTheme = useCallback(
    (colorMode: string) => host?.emit('FORGE_CORE_THEME_CHANGED', { theme: { colorMode } }),
    [host],
  );
  return (
    <AppProvider defaultColorMode={boot.colorMode}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="above">
        <Bar boot={boot} />
        <header className="top">
          <a className="logo" href="/">
            <span className="logo-mark" aria-hidden="true" />
            {boot.siteName}
          </a>
          <Switcher boot={boot} />
          <ThemeSwitch onChange={onTheme} />
        </header>
      </div>
      {boot.openStory !== undefined && <StoryBand story={boot.openStory} />}
      <div className="columns">
        <Navigation boot={boot} />
        <main id="main" tabIndex={-1}>
          <Breadcrumbs boot={boot} />
          <h1>{titleOf(boot)}</h1>
          <Content boot={boot} host={host} />
        </main>
      </div>
    </AppProvider>
  );
}

function hostOf(boot: Boot, openPage: OpenPage) {
  return openPage.kind === 'app' ? hostFor(boot, openPage) : undefined;
}

function Breadcrumbs({ boot }: { boot: Boot }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="breadcrumbs">
        {trailOf(boot).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </nav>
  );
}

function trailOf({ siteName, openPage }: Boot): string[] {
  if (openPage.kind === 'manageApps') return [siteName, 'Jira settings', 'Apps'];
  if (openPage.kind !== 'app') return [siteName];
  if (openPage.page.button !== undefined) return [siteName, 'Jira settings', 'Apps', 'Manage apps'];
  if (openPage.space !== undefined) return [siteName, openPage.space.name, 'Space settings', 'Apps'];
  if (openPage.project !== undefined) return [siteName, openPage.project.name, 'Queues', 'Apps'];
  return [siteName, isJiraPage(openPage.page) ? 'Jira settings' : 'Confluence administration', 'Apps'];
}

function titleOf({ openPage, siteName }: Boot): string {
  switch (openPage.kind) {
    case 'app':
      return openPage.page.title;
    case 'home':
      return `${siteName} sandbox`;
    case 'manageApps':
      return 'Manage apps';
    case 'comparedCalls':
      return 'The same call without the app';
    case 'missing':
      return 'Not part of the sandbox';
  }
}

function Content({ boot, host }: { boot: Boot; host: ReturnType<typeof hostFor> | undefined }) {
  if (boot.openPage.kind === 'app' && host !== undefined)
    return <AppPage boot={boot} host={host} openPage={boot.openPage} />;
  if (boot.openPage.kind === 'missing') {
    const { path } = boot.openPage;
    const product = path.startsWith('/jira/') ? 'Jira' : 'Confluence';
    return (
      <p>
        The sandbox simulates the app&apos;s own pages. On a real site, {product} would show {path}.
      </p>
    );
  }
  if (boot.openPage.kind === 'comparedCalls') return <ComparedCalls boot={boot} />;
  return boot.openPage.kind === 'manageApps' ? <ManageApps boot={boot} /> : <Home boot={boot} />;
}
