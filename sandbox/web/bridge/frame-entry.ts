// The first script of an app's frame: installs the bridge to the product's page, which holds the frame.
import { connectFrame } from './frame';
import type { HostPort } from './frame';

declare global {
  interface Window {
    /** Set by the product's page for its frames. */
    __forgeHost?: HostPort;
  }
}

const host = window.parent.__forgeHost;
if (host === undefined) {
  document.body.textContent = 'This is the code of an app. The product shows it; open its page instead.';
} else {
  Object.assign(globalThis, { __bridge: connectFrame(host, window.name) });
}
