// The first script of a resource in a Frame: installs the bridge to the product's page, which has another origin.
import { otherOrigin } from '../origins';
import { connectFrame } from './frame';
import { CONNECT, hostBehind } from './port';

if (window.parent === window) {
  document.body.textContent = 'This is a resource of an app. A page of the product shows it; open that instead.';
} else {
  const { port1, port2 } = new MessageChannel();
  window.parent.postMessage(CONNECT, otherOrigin(location.origin), [port2]);
  Object.assign(globalThis, { __bridge: connectFrame(hostBehind(port1), window.name) });
}
