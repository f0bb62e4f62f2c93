// Shows a page for one test, and takes it away for good when the test ends, so that its calls do not reach the next one.
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';

import { mount } from '../support/mount';
import type { Surroundings, View } from '../support/mount';

interface Stage {
  open: boolean;
  listeners: Set<() => void>;
}
let stage: Stage = { open: false, listeners: new Set() };

afterEach(() => {
  stage.open = false;
  for (const listener of stage.listeners) listener();
});

/** Shows one element of a page. */
export async function show(element: ReactNode, around: Surroundings = {}): Promise<View> {
  stage = { open: true, listeners: new Set() };
  return mount(<OnStage on={stage}>{element}</OnStage>, around);
}

function OnStage({ on, children }: { on: Stage; children: ReactNode }) {
  const open = useSyncExternalStore(
    (listener) => {
      on.listeners.add(listener);
      return () => on.listeners.delete(listener);
    },
    () => on.open,
  );
  return open ? <>{children}</> : null;
}
