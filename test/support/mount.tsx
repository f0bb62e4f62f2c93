// Component tests of UI Kit pages: the real @forge/react reconciler, through the bridge's codec, drawn with Atlaskit in happy-dom.
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { createRoot } from 'react-dom/client';
import { afterEach, vi } from 'vitest';

import { connectFrame } from '../../sandbox/web/bridge/frame';
import type { AddressBar } from '../../sandbox/web/bridge/history';
import { createHost } from '../../sandbox/web/bridge/host';
import type { Host } from '../../sandbox/web/bridge/host';
import type { Flag, InvokeCall } from '../../sandbox/web/bridge/state';
import { AppView } from '../../sandbox/web/chrome/app-view';
import type { ProductUser } from '../../sandbox/web/ui-kit/node';
import { connect } from './bridge-global';
import { watchConsole } from './console-errors';
import { endApps } from './lifeline';

/** What surrounds the page. */
export interface Surroundings {
  /** Answers `invoke`. What it returns crosses JSON, as in the product; what it throws rejects the call. */
  invoke?: (functionKey: string, payload: unknown) => unknown;
  /** People whom UserPicker finds and User names. */
  people?: readonly ProductUser[];
  /** Merged over the context that `view.getContext()` gives. */
  context?: Record<string, unknown>;
  /** Takes what `view.submit()` sends, and says whether the product did. Without it the page is no form: the bridge throws. */
  submit?: (payload: unknown) => boolean;
  /** The address of a page that gets a history. Without it, the page gets none. */
  addressBar?: AddressBar;
  /** Set only by tests of the renderer itself: otherwise an unmodelled component, prop or command fails the test. */
  mayBeUnmodelled?: boolean;
}

/** A page on show. The queries of `screen` look at what Atlaskit drew. */
export interface View {
  screen: typeof screen;
  user: UserEvent;
  /** Calls of `invoke` so far, oldest first. */
  readonly calls: readonly InvokeCall[];
  /** Flags on show, newest first. */
  readonly flags: readonly Flag[];
  /** Addresses that the page asked to open. */
  readonly visited: readonly string[];
  readonly unmodelled: readonly string[];
  /** Tells the page that something happened in the product. */
  emit: Host['emit'];
}

/** Ends what the test has mounted. */
let teardown: (() => void) | undefined;

afterEach(() => {
  const end = teardown;
  teardown = undefined;
  end?.();
});

function overJson(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}

const CONTEXT = {
  accountId: 'me',
  cloudId: 'cloud',
  locale: 'en-US',
  siteUrl: 'https://acme.atlassian.net',
  theme: { colorMode: 'light' },
  extension: { type: 'confluence:globalSettings' },
};

function hostFor(around: Surroundings, visited: string[]): Host {
  return createHost({
    async invoke({ functionKey, payload }) {
      if (around.invoke === undefined) throw new Error(`The test does not answer invoke('${functionKey}').`);
      return overJson(await around.invoke(functionKey, payload));
    },
    context: () => ({ ...CONTEXT, ...around.context }),
    urlOf: ({ url, target, moduleKey }) => url ?? `/${String(target)}/${moduleKey ?? ''}`,
    navigate: (url) => {
      visited.push(url);
    },
    reload: () => {
      visited.push('reload');
    },
    ...(around.submit && { submit: around.submit }),
    ...(around.addressBar && { addressBar: around.addressBar }),
  });
}

function directoryOf(people: readonly ProductUser[]) {
  return {
    search: async (query: string) =>
      Promise.resolve(people.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))),
    get: async (id: string) =>
      Promise.resolve(people.find((person) => person.id === id) ?? { id, name: 'Former user' }),
  };
}

/** No resource is loaded: a test that needs one starts its code beside the page. */
const FRAMES = { urlOf: () => 'about:blank', sandbox: '', connect: () => {} };

function show(around: Surroundings): View {
  const visited: string[] = [];
  const consoleErrors = watchConsole();
  const host = hostFor(around, visited);
  connect(connectFrame(host, 'page'));
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(<AppView host={host} directory={directoryOf(around.people ?? [])} frames={FRAMES} />);
  teardown = () => {
    const { unmodelled } = host.store.get();
    endApps();
    connect(undefined);
    root.unmount();
    document.body.replaceChildren();
    const errors = consoleErrors();
    if (around.mayBeUnmodelled === true) return;
    if (unmodelled.length > 0) throw new Error(`The sandbox does not model ${unmodelled.join('; ')}.`);
    if (errors.length > 0) throw new Error(`The page logged an error: ${errors.join('\n')}`);
  };
  return {
    screen,
    user: userEvent.setup(),
    visited,
    emit: host.emit,
    get calls() {
      return host.store.get().calls;
    },
    get flags() {
      return host.store.get().flags;
    },
    get unmodelled() {
      return host.store.get().unmodelled;
    },
  };
}

/**
 * Shows a whole page: `await mountPage(() => import('../../static/global-settings'), { invoke })`.
 *
 * The page's modules are loaded afresh each time, so module state does not leak between tests.
 */
export async function mountPage(load: () => Promise<unknown>, around: Surroundings = {}): Promise<View> {
  const view = show(around);
  vi.resetModules();
  await load();
  return view;
}

/** Shows one element of a page. */
export async function mount(element: JSX.Element, around: Surroundings = {}): Promise<View> {
  const view = show(around);
  const { default: ForgeReconciler } = await import('@forge/react');
  ForgeReconciler.render(element as never);
  return Promise.resolve(view);
}
