import type { Forge } from './forge';
import type { Site } from './site';

/** Gives the web server its view of a sandbox. */
export interface ServedSandbox {
  site: Pick<
    Site,
    'name' | 'cloudId' | 'people' | 'person' | 'account' | 'customerName' | 'spaces' | 'projects' | 'requests'
  >;
  /** Tells whether the app is connected to Jira. */
  jira: 'connected' | 'absent';
  /** Answers the site's REST API, the app's own, and the sandbox's `/_sandbox` paths. */
  fetch: (request: Request) => Promise<Response>;
  invoke: Forge['invoke'];
  /** Returns how far the sandbox's clock is ahead of the computer's. */
  clockOffsetMs: () => number;
}
