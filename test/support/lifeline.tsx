// Ends an app between two tests. UI Kit has no unmount, because in the product the app's frame goes away; here all tests share one realm,
// so every rendered app hangs on a switch: its effects are cleaned up, its timers and polls stop.
import ForgeReconciler from '@forge/react';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

let isAlive = true;
const listeners = new Set<() => void>();

function Switch({ children }: { children: ReactNode }) {
  const alive = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAlive,
  );
  return alive ? children : null;
}

const render = ForgeReconciler.render;
ForgeReconciler.render = (element) => {
  render(<Switch>{element as ReactNode}</Switch>);
};

/** Removes everything that was rendered so far. */
export function endApps(): void {
  isAlive = false;
  for (const listener of listeners) listener();
  isAlive = true;
}
